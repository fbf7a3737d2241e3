// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.util.Optional;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;

/** Decides at MAIL and RCPT who may go on. */
final class Doorkeeper {
    private final Provider provider;
    private final Host host;
    private final Notebook notebook;

    Doorkeeper(Provider provider, Host host, Notebook notebook) {
        this.provider = provider;
        this.host = host;
        this.notebook = notebook;
    }

    /** What stands against a sender; empty when it may go on. */
    Optional<Reaction> sender(boolean secure) {
        if (host.is(Trait.SILENT_AT_MAIL)) {
            return Optional.of(new Reaction.Silence());
        }
        if (host.is(Trait.TLS_ONLY) && !secure) {
            return Optional.of(Reaction.say(530, "5.7.0", "Must issue a STARTTLS command first"));
        }
        return host.is(Trait.RATIONS) && notebook.sated(host)
                ? Optional.of(new Reaction.SayAndLeave(SmtpReply.of(
                        421,
                        "4.7.28",
                        "You have sent " + Notebook.RATION + " messages within a minute; try again later")))
                : Optional.empty();
    }

    /** What stands against a recipient; empty when it is taken. */
    Optional<Reaction> recipient(Parcel parcel, EmailAddress recipient) {
        if (!recipient.domain().equals(provider.domain())) {
            return Optional.of(Reaction.say(550, "5.7.1", "We do not relay"));
        }
        if (parcel.recipients().size() >= Parcel.MAX_RECIPIENTS) {
            return Optional.of(Reaction.say(452, "4.5.3", "Too many recipients"));
        }
        Optional<Ending> ending = Ending.of(recipient);
        if (ending.isPresent()) {
            return ending(ending.get(), parcel, recipient);
        }
        return host.is(Trait.GREYLISTS) ? greylist(parcel, recipient) : Optional.empty();
    }

    private Optional<Reaction> ending(Ending ending, Parcel parcel, EmailAddress recipient) {
        return switch (ending) {
            case FULL -> Optional.of(Reaction.say(552, "5.2.2", "The mailbox of " + recipient + " is full"));
            case UNKNOWN -> Optional.of(Reaction.say(550, "5.1.1", "There is no " + recipient + " here"));
            case GREYLIST -> greylist(parcel, recipient);
            case BUSY ->
                notebook.first("busy " + parcel.sender() + recipient)
                        ? Optional.of(new Reaction.SayAndLeave(
                                SmtpReply.of(421, "4.3.2", host.name() + " is too busy; try again later")))
                        : Optional.empty();
            case LATER ->
                Optional.of(Reaction.say(450, "4.2.1", recipient + " gets too much mail just now; try again later"));
            case BULK -> Optional.of(Reaction.say(550, "5.7.29", "Bulk mail has to offer one-click unsubscribe"));
            case HANG_RCPT -> Optional.of(new Reaction.Silence());
            case UNPROVEN, HANG_DATA, HANG_DOT, DROP, BOUNCE, REPLY -> Optional.empty();
        };
    }

    private Optional<Reaction> greylist(Parcel parcel, EmailAddress recipient) {
        return notebook.first("greylist " + parcel.sender() + recipient)
                ? Optional.of(Reaction.say(450, "4.7.1", "Greylisted; try again in a little while"))
                : Optional.empty();
    }
}
