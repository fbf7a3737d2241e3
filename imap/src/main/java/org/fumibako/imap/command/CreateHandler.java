// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.List;
import java.util.Optional;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MailboxCommand.Create;
import org.fumibako.imap.wire.ObjectId;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import org.fumibako.store.Shares;

/** CREATE (RFC 9051 §6.3.4), with a special use perhaps (RFC 6154 §3). */
final class CreateHandler implements CommandHandler<Create> {
    private final MessageStore store;
    private final Mailboxes mailboxes;

    CreateHandler(MessageStore store, Mailboxes mailboxes) {
        this.store = store;
        this.mailboxes = mailboxes;
    }

    @Override
    public Completion handle(Create command, Session session) throws CommandException, MailboxException {
        Optional<SpecialUse> use = use(command.uses());
        try {
            Mailboxes.Place place = mailboxes.place(withoutSeparator(command.mailbox()), session);
            Mailbox created = store.createMailbox(place.account(), place.name(), use, session.origin());
            if (!place.account().equals(session.account().id())) {
                inherit(created, session);
            }
            ResponseCode id = new ResponseCode(
                    "MAILBOXID (" + ObjectId.mailbox(created.id().value()) + ")");
            return Completion.of(id, "Create done");
        } catch (MailboxException declined) {
            if (use.isPresent() && declined.reason() == MailboxException.Reason.CANNOT) {
                throw new CommandException(ResponseCode.USEATTR, String.valueOf(declined.getMessage()));
            }
            throw declined;
        }
    }

    /** Whoever made a mailbox in another's account may use it as the one above it, and so may the others who share that. */
    private void inherit(Mailbox created, Session session) throws MailboxException {
        String parent = created.name().substring(0, created.name().lastIndexOf(Mailbox.SEPARATOR));
        Optional<Mailbox> above = store.mailbox(created.account(), parent);
        if (above.isEmpty()) {
            return;
        }
        for (Shares.Share share : store.shares().of(created.account())) {
            if (share.mailbox().equals(above.get().id())) {
                Shares.Share same = new Shares.Share(created.account(), created.id(), share.reader(), share.rights());
                store.shares().set(same, created.name() + " is shared as " + parent + " is", session.origin());
            }
        }
    }

    /** RFC 9051 §6.3.4: a separator at the end only announces that names will be created below. */
    static String withoutSeparator(String name) {
        boolean announced = name.length() > 1 && name.charAt(name.length() - 1) == Mailbox.SEPARATOR;
        return announced ? name.substring(0, name.length() - 1) : name;
    }

    private static Optional<SpecialUse> use(List<String> attributes) throws CommandException {
        if (attributes.size() > 1) {
            throw new CommandException(ResponseCode.USEATTR, "A mailbox has one special use at most");
        }
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        Optional<SpecialUse> use = SpecialUse.ofAttribute(attributes.getFirst());
        if (use.isEmpty()) {
            throw new CommandException(ResponseCode.USEATTR, "This special use is not offered");
        }
        return use;
    }
}
