// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.selected.MessageNumbers;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.Rights;
import org.fumibako.imap.wire.SequenceSet;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.ByteSize;
import org.fumibako.model.UidSet;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** What COPY and MOVE have in common. */
final class Transfer {
    private final MessageStore store;
    private final Mailboxes mailboxes;
    private final QuotaWriter quotas;

    Transfer(MessageStore store, Mailboxes mailboxes, QuotaWriter quotas) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.quotas = quotas;
    }

    /** Where to; TRYCREATE where the client could create it (RFC 9051 §6.4.7). */
    Mailbox target(Session session, String name) throws CommandException {
        return mailboxes.destination(name, session);
    }

    /** Copies, all or nothing. */
    MessageStore.CopyOutcome copy(UidSet uids, Mailbox target, Session session)
            throws IOException, CommandException, MailboxException {
        SelectedMailbox from = session.mailbox();
        ByteSize limit = quotas.limit(target, session);
        Rights rights = mailboxes.rights(target, session);
        if (isSimple(from, target, rights)) {
            return store.copy(from.account(), from.id(), uids, target.id(), limit, session.origin());
        }
        return new Carrying(store, session.origin()).carry(from, uids, target, rights, limit);
    }

    /** Moves; between accounts a crash in the middle leaves messages in both. */
    MessageStore.CopyOutcome move(UidSet uids, Mailbox target, Session session)
            throws IOException, CommandException, MailboxException {
        SelectedMailbox from = session.mailbox();
        if (isSimple(from, target, mailboxes.rights(target, session))) {
            return store.move(from.account(), from.id(), uids, target.id(), session.origin());
        }
        MessageStore.CopyOutcome outcome = copy(uids, target, session);
        UidSet copied =
                UidSet.of(outcome.from().stream().mapToLong(Long::longValue).toArray());
        UidSet _ = store.expunge(from.account(), from.id(), copied, false, session.origin());
        return outcome;
    }

    private static boolean isSimple(SelectedMailbox from, Mailbox target, Rights rights) {
        boolean allFlags = rights.has('s') && rights.has('t') && rights.has('w');
        return from.account().equals(target.account()) && allFlags;
    }

    /** Which messages. A message number whose message is gone fails the whole command (RFC 2180 §4.4.2). */
    static UidSet messages(Session session, SequenceSet set, boolean uid)
            throws IOException, CommandException, SyntaxException {
        SelectedMailbox mailbox = session.mailbox();
        int[] indexes = MessageNumbers.indexes(mailbox.view(), set, uid);
        Updates.keepNumbers(session);
        if (!uid && MessageNumbers.anyGone(mailbox.view(), indexes)) {
            throw new CommandException(ResponseCode.EXPUNGEISSUED, "Some of the messages no longer exist");
        }
        return MessageNumbers.uids(mailbox.view(), indexes);
    }
}
