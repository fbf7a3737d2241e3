// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.selected.MessageNumbers;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MessageCommand.Expunge;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** EXPUNGE (RFC 9051 §6.4.3) and UID EXPUNGE (§6.4.9). */
final class ExpungeHandler implements CommandHandler<Expunge> {
    private final MessageStore store;

    ExpungeHandler(MessageStore store) {
        this.store = store;
    }

    @Override
    public Completion handle(Expunge command, Session session) throws IOException, CommandException, MailboxException {
        SelectedMailbox mailbox = session.mailbox();
        if (mailbox.readOnly()) {
            throw new CommandException(ResponseCode.READ_ONLY, "The mailbox is open read-only");
        }
        Removal.check(mailbox, "e");
        UidSet uids = command.uids().isPresent()
                ? MessageNumbers.uids(mailbox.view(), command.uids().get())
                : UidSet.ALL;
        UidSet removed = store.expunge(mailbox.account(), mailbox.id(), uids, true, session.origin());
        return removed.isEmpty()
                ? Completion.of("Nothing to expunge")
                : Removal.told(session, command.uids().isPresent(), "Expunged");
    }
}
