// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MessageCommand.Move;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.UidSet;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** MOVE and UID MOVE (RFC 9051 §6.4.8): COPYUID comes in an untagged OK, before the removals are told (RFC 6851 §4.3). */
final class MoveHandler implements CommandHandler<Move> {
    private final Transfer transfer;

    MoveHandler(Transfer transfer) {
        this.transfer = transfer;
    }

    @Override
    public Completion handle(Move command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        SelectedMailbox from = session.mailbox();
        if (from.readOnly()) {
            throw new CommandException(ResponseCode.READ_ONLY, "The mailbox is open read-only");
        }
        Removal.check(from, "t");
        Removal.check(from, "e");
        Mailbox target = transfer.target(session, command.mailbox());
        UidSet uids = Transfer.messages(session, command.set(), command.uid());
        if (uids.isEmpty()) {
            return Completion.of("No messages");
        }
        MessageStore.CopyOutcome outcome = transfer.move(uids, target, session);
        session.watch().ifPresent(watch -> watch.afterOwn(target.id()));
        if (outcome.from().isEmpty()) {
            return Completion.of("No messages");
        }
        session.writer().untaggedOk(ResponseCode.copyUid(outcome.uidValidity(), outcome.from(), outcome.to()), "Moved");
        return Removal.told(session, command.uid(), "Move done");
    }
}
