// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MailboxCommand.Delete;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** DELETE (RFC 9051 §6.3.5). */
final class DeleteHandler implements CommandHandler<Delete> {
    private final MessageStore store;
    private final Mailboxes mailboxes;

    DeleteHandler(MessageStore store, Mailboxes mailboxes) {
        this.store = store;
        this.mailboxes = mailboxes;
    }

    @Override
    public Completion handle(Delete command, Session session) throws IOException, CommandException, MailboxException {
        Mailbox mailbox = mailboxes.existing(command.mailbox(), "x", session);
        store.deleteMailbox(mailbox.account(), mailbox.id(), session.origin());
        boolean selected = session.selected()
                .filter(open -> open.id().equals(mailbox.id()))
                .isPresent();
        if (selected) {
            session.unselect();
            session.writer().untaggedOk(ResponseCode.CLOSED, "The selected mailbox is deleted");
        }
        return Completion.of("Delete done");
    }
}
