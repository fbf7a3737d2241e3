// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MailboxCommand.Rename;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** RENAME (RFC 9051 §6.3.6). */
final class RenameHandler implements CommandHandler<Rename> {
    private final MessageStore store;
    private final Mailboxes mailboxes;

    RenameHandler(MessageStore store, Mailboxes mailboxes) {
        this.store = store;
        this.mailboxes = mailboxes;
    }

    @Override
    public Completion handle(Rename command, Session session) throws CommandException, MailboxException {
        Mailbox from = mailboxes.existing(CreateHandler.withoutSeparator(command.from()), "x", session);
        Mailboxes.Place to = mailboxes.place(CreateHandler.withoutSeparator(command.to()), session);
        if (!to.account().equals(from.account())) {
            throw new CommandException(ResponseCode.CANNOT, "A mailbox stays in its account");
        }
        store.renameMailbox(from.account(), from.id(), to.name(), session.origin());
        return Completion.of("Rename done");
    }
}
