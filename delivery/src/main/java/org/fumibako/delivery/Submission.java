// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.delivery.abuse.TakeoverWatch;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.Sending;

/**
 * What an account may send (RFC 6409): the envelope sender, From and Sender have to be its own address or an alias that leads
 * to it; what a complete message lacks is added, and the whole is signed.
 */
public final class Submission {
    private static final SmtpReply NO_KEYS_YET = SmtpReply.of(
            451,
            "4.7.0",
            "The domain is new and the keys that sign its mail are being made. Please send again in a minute.");

    private final SenderPolicy policy;
    private final SendingPolicy limits;
    private final CountryPolicy countries;
    private final MissingFields missing;
    private final Optional<Signing> signing;
    private final Optional<TakeoverWatch> watch;

    public Submission(Directory directory, Sending sending, CountryPolicy countries, MissingFields missing) {
        this.policy = new SenderPolicy(directory);
        this.limits = new SendingPolicy(sending);
        this.countries = countries;
        this.missing = missing;
        this.signing = Optional.empty();
        this.watch = Optional.empty();
    }

    private Submission(Submission other, Optional<Signing> signing, Optional<TakeoverWatch> watch) {
        this.policy = other.policy;
        this.limits = watch.map(other.limits::explaining).orElse(other.limits);
        this.countries = other.countries;
        this.missing = other.missing;
        this.signing = signing;
        this.watch = watch;
    }

    /** The same, but signing what may go. */
    public Submission signing(Signing step) {
        return new Submission(this, Optional.of(step), watch);
    }

    /** The same, but watched for accounts that somebody else uses. */
    public Submission watched(TakeoverWatch by) {
        return new Submission(this, signing, Optional.of(by));
    }

    /** At MAIL: empty when the account may send from where its client is. Webmail may from everywhere and does not ask. */
    public Optional<Whereabouts> checkPlace(Account account, InetAddress peer) {
        return countries.check(account, peer);
    }

    /** The envelope sender at MAIL; the null reverse-path is for notifications (RFC 8098 §3) and always allowed. */
    public Optional<SmtpReply> checkSender(AccountId account, Optional<EmailAddress> sender) {
        return sender.flatMap(address -> policy.check(account, List.of(address), "sender address"));
    }

    /** At RCPT, before the message travels: whether the account may send to so many recipients now. */
    public Optional<SmtpReply> checkRecipients(Account account, int recipients) {
        return limits.foresee(account, recipients);
    }

    private Optional<SmtpReply> checkKeys(Content content) throws IOException {
        return signing.isEmpty() || signing.get().isReady(content) ? Optional.empty() : Optional.of(NO_KEYS_YET);
    }

    /** What became of a message. */
    public sealed interface Prepared {
        /** Ready to go; closing it does not close the content it was made from. */
        record Ready(Content message) implements Prepared {}

        record Refused(SmtpReply reply) implements Prepared {}
    }

    /**
     * The steps between the end of the data and the delivery, in order. The recipients of what is ready are counted against
     * the account's and its customer's limits, whatever the delivery comes to.
     */
    public Prepared prepare(Account account, Optional<EmailAddress> sender, int recipients, Content content)
            throws IOException {
        HeaderFields header = HeaderFields.of(content);
        List<Optional<SmtpReply>> steps = new ArrayList<>();
        steps.add(policy.checkField(account.id(), header, "From"));
        steps.add(policy.checkField(account.id(), header, "Sender"));
        steps.add(checkKeys(content));
        for (Optional<SmtpReply> refusal : steps) {
            if (refusal.isPresent()) {
                return new Prepared.Refused(refusal.get());
            }
        }
        Optional<SmtpReply> tooMany = limits.count(account, recipients);
        if (tooMany.isPresent()) {
            return new Prepared.Refused(tooMany.get());
        }
        watch.ifPresent(by -> by.sent(account, recipients));
        byte[] added = missing.of(header, sender.orElse(account.address()));
        Content complete = added.length == 0 ? content : PrefixedContent.of(added, content);
        return new Prepared.Ready(signing.isPresent() ? signing.get().sign(complete) : complete);
    }
}
