// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.MailboxCommand.Close;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** CLOSE (RFC 9051 §6.4.1): removes what has {@code \Deleted}, without a word, unless the mailbox is read-only or
 * the session may not delete. */
final class CloseHandler implements CommandHandler<Close> {
    private final MessageStore store;

    CloseHandler(MessageStore store) {
        this.store = store;
    }

    @Override
    public Completion handle(Close command, Session session) throws MailboxException {
        SelectedMailbox mailbox = session.mailbox();
        session.unselect();
        if (!mailbox.readOnly() && mailbox.rights().has('e') && session.mayDelete()) {
            store.expunge(mailbox.account(), mailbox.id(), UidSet.ALL, true, session.origin());
        }
        return Completion.of("Close done");
    }
}
