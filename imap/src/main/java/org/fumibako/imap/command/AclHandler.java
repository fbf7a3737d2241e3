// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.imap.wire.AclCommand;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.Rights;
import org.fumibako.registry.Account;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import org.fumibako.store.Shares;

/**
 * SETACL, DELETEACL, GETACL, LISTRIGHTS and MYRIGHTS (RFC 4314 §3). Identifiers are accounts of the same customer; another one is
 * unknown, whether or not there is such an account. The owner always has all rights.
 */
final class AclHandler implements CommandHandler<AclCommand> {
    private final MessageStore store;
    private final Mailboxes mailboxes;
    private final SharedNames shared;

    AclHandler(MessageStore store, Mailboxes mailboxes, SharedNames shared) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.shared = shared;
    }

    @Override
    public Completion handle(AclCommand command, Session session)
            throws IOException, CommandException, MailboxException {
        switch (command) {
            case AclCommand.Set set -> set(set, session);
            case AclCommand.Get get -> get(get, session);
            case AclCommand.ListRights list -> list(list, session);
            case AclCommand.MyRights mine -> mine(mine, session);
        }
        return Completion.of("Done");
    }

    private void set(AclCommand.Set command, Session session) throws CommandException, MailboxException {
        Mailbox mailbox = mailboxes.existing(command.mailbox(), "a", session);
        Account reader = identified(command.identifier(), session);
        if (reader.id().equals(mailbox.account())) {
            throw new CommandException(ResponseCode.CANNOT, "The owner has all rights, and keeps them");
        }
        Rights before = shared.rights(mailbox.account(), mailbox.id(), reader.id());
        Rights after = switch (command.change()) {
            case REPLACE -> command.rights();
            case ADD -> before.plus(command.rights());
            case REMOVE -> before.minus(command.rights());
        };
        String own = store.mailbox(mailbox.account(), mailbox.id())
                .map(Mailbox::name)
                .orElse(mailbox.name());
        String words = after.equals(Rights.NONE)
                ? own + " is not shared with " + reader.address() + " any more"
                : own + " is shared with " + reader.address() + ", who may " + after.letters();
        store.shares()
                .set(
                        new Shares.Share(mailbox.account(), mailbox.id(), reader.id(), after.letters()),
                        words,
                        session.origin());
    }

    private void get(AclCommand.Get command, Session session) throws IOException, CommandException {
        Mailbox mailbox = mailboxes.existing(command.mailbox(), "a", session);
        session.writer().untagged("ACL ").mailbox(mailbox.name());
        Optional<Account> owner = shared.neighbour(mailbox.account(), session.account());
        if (owner.isPresent()) {
            tell(owner.get(), Rights.ALL, session);
        }
        for (Shares.Share share : store.shares().of(mailbox.account())) {
            Optional<Account> reader = shared.neighbour(share.reader(), session.account());
            if (share.mailbox().equals(mailbox.id()) && reader.isPresent()) {
                tell(reader.get(), Rights.of(share.rights()), session);
            }
        }
        session.writer().end();
    }

    private static void tell(Account account, Rights rights, Session session) throws IOException {
        session.writer().space().astring(account.address().toString()).space().astring(rights.told());
    }

    /** What the owner always has; of others nothing is given by itself, and each right by itself (RFC 4314 §3.7). */
    private void list(AclCommand.ListRights command, Session session) throws IOException, CommandException {
        Mailbox mailbox = mailboxes.existing(command.mailbox(), "a", session);
        Account account = identified(command.identifier(), session);
        session.writer()
                .untagged("LISTRIGHTS ")
                .mailbox(mailbox.name())
                .space()
                .astring(account.address().toString())
                .space();
        if (account.id().equals(mailbox.account())) {
            session.writer().raw(Rights.ALL.told()).end();
            return;
        }
        session.writer().raw("\"\"");
        for (char right : Rights.ALL.told().toCharArray()) {
            session.writer().space().raw(right);
        }
        session.writer().end();
    }

    private void mine(AclCommand.MyRights command, Session session) throws IOException, CommandException {
        SharedNames.Found found = mailboxes.found(command.mailbox(), session);
        // RFC 4314 §4: any of these lets one ask.
        Mailbox mailbox = mailboxes.existing(command.mailbox(), "lrikxa", session);
        tell(mailbox, found.rights(), session);
    }

    /** Writes a MYRIGHTS response (RFC 4314 §3.8). */
    static void tell(Mailbox mailbox, Rights rights, Session session) throws IOException {
        session.writer()
                .untagged("MYRIGHTS ")
                .mailbox(mailbox.name())
                .space()
                .astring(rights.told())
                .end();
    }

    private Account identified(String identifier, Session session) throws CommandException {
        Account self = session.account();
        if (identifier.equalsIgnoreCase(self.address().toString())) {
            return self;
        }
        return shared.neighbour(identifier, self)
                .orElseThrow(() -> new CommandException(
                        ResponseCode.CANNOT,
                        "Mailboxes are shared with other accounts of the same customer, by address"));
    }
}
