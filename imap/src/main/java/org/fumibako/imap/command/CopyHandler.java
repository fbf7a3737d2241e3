// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MessageCommand.Copy;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.UidSet;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** COPY and UID COPY (RFC 9051 §6.4.7), all messages or none. */
final class CopyHandler implements CommandHandler<Copy> {
    private final Transfer transfer;

    CopyHandler(Transfer transfer) {
        this.transfer = transfer;
    }

    @Override
    public Completion handle(Copy command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        Mailbox target = transfer.target(session, command.mailbox());
        UidSet uids = Transfer.messages(session, command.set(), command.uid());
        if (uids.isEmpty()) {
            return Completion.of("No messages");
        }
        MessageStore.CopyOutcome outcome = transfer.copy(uids, target, session);
        session.watch().ifPresent(watch -> watch.afterOwn(target.id()));
        return outcome.from().isEmpty()
                ? Completion.of("No messages")
                : Completion.of(ResponseCode.copyUid(outcome.uidValidity(), outcome.from(), outcome.to()), "Copy done");
    }
}
