// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.selected.MessageNumbers;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MessageCommand.Replace;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.ByteSize;
import org.fumibako.model.UidSet;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/**
 * REPLACE and UID REPLACE (RFC 8508 §3): one change of the store. APPENDUID comes in an untagged OK, before the removal is told
 * (RFC 8508 §4.3).
 */
final class ReplaceHandler implements CommandHandler<Replace> {
    private final MessageStore store;
    private final Mailboxes mailboxes;
    private final QuotaWriter quotas;
    private final Intake.Rules rules;

    ReplaceHandler(MessageStore store, Mailboxes mailboxes, QuotaWriter quotas, Intake.Rules rules) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.quotas = quotas;
        this.rules = rules;
    }

    @Override
    public Completion handle(Replace command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        SelectedMailbox selected = session.mailbox();
        if (selected.readOnly()) {
            throw new CommandException(ResponseCode.READ_ONLY, "The mailbox is open read-only");
        }
        Removal.check(selected, "t");
        Removal.check(selected, "e");
        Mailbox target = mailboxes.destination(command.mailbox(), session);
        if (!target.account().equals(selected.account())) {
            throw new CommandException(ResponseCode.CANNOT, "A message is replaced within its account");
        }
        int replaced = replaced(command, selected.view());
        try (Intake intake = new Intake(rules, session, intake(target, session, replaced))) {
            if (!intake.next() || intake.next()) {
                throw new SyntaxException("REPLACE takes one message");
            }
            Append.Outcome outcome = store.replace(
                    intake.appends().getFirst(), selected.id(), selected.view().uid(replaced));
            session.watch().ifPresent(watch -> watch.afterOwn(target.id()));
            session.writer().untaggedOk(appendUid(outcome), "The replacement is there");
        }
        return Removal.told(session, command.uid(), "Replace done");
    }

    /** The index of the message that goes. */
    private static int replaced(Replace command, ClientView view) throws CommandException, SyntaxException {
        int[] indexes = MessageNumbers.indexes(view, command.message(), command.uid());
        if (indexes.length == 0) {
            throw new CommandException(ResponseCode.NONEXISTENT, "There is no such message");
        }
        if (MessageNumbers.anyGone(view, indexes)) {
            throw new CommandException(ResponseCode.EXPUNGEISSUED, "The message no longer exists");
        }
        return indexes[0];
    }

    /** Only what the new message has more than the old one counts (RFC 8508 §3.4). */
    private Intake.Target intake(Mailbox target, Session session, int replaced) {
        return new Intake.Target(target, mailboxes.rights(target, session), limit(target, session, replaced));
    }

    private ByteSize limit(Mailbox target, Session session, int replaced) {
        ClientView view = session.mailbox().view();
        long freed = view.snapshotOf(replaced).messageSize(view.indexIn(replaced));
        return new ByteSize(Math.min(quotas.limit(target, session).bytes(), Long.MAX_VALUE - freed) + freed);
    }

    private static ResponseCode appendUid(Append.Outcome outcome) throws CommandException {
        return switch (outcome) {
            case Append.Outcome.Filed filed -> ResponseCode.appendUid(filed.uidValidity(), UidSet.of(filed.uid()));
            case Append.Outcome.OverQuota _ -> throw Intake.overQuota();
            case Append.Outcome.NoMailbox _, Append.Outcome.Withdrawn _ ->
                throw new CommandException(ResponseCode.TRYCREATE, "The mailbox was deleted");
        };
    }
}
