// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MailboxCommand.Rename;
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
        Mailbox from = mailboxes.existing(CreateHandler.withoutSeparator(command.from()), session);
        String to = CreateHandler.withoutSeparator(command.to());
        store.renameMailbox(session.account().id(), from.id(), to, session.origin());
        return Completion.of("Rename done");
    }
}
