// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.LogEvent;

/**
 * Copies or moves messages within an account (RFC 9051 §6.4.7, §6.4.8); the content is shared.
 *
 * @param limit what the account may hold, for a copy; empty for a move, which takes no room
 */
record CopyChange(AccountId account, MailboxId from, UidSet uids, MailboxId to, Optional<ByteSize> limit, Origin origin)
        implements Change<MessageStore.CopyOutcome> {
    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    private boolean move() {
        return limit.isEmpty();
    }

    @Override
    public MessageStore.CopyOutcome apply(Group group) throws MailboxException, SQLException {
        AccountState state = group.required(account);
        MailboxState source = state.required(from);
        MailboxState target = state.required(to);
        List<StoredMessage> read = MessageRows.list(group.connection(), account, from, uids, group.flagPool());
        long size = read.stream().mapToLong(StoredMessage::size).sum();
        if (limit.isPresent() && !state.fits(size, limit.get().bytes())) {
            throw new MailboxException(MailboxException.Reason.OVER_QUOTA, "The mailbox is full");
        }
        if (read.isEmpty()) {
            return new MessageStore.CopyOutcome(target.uidValidity(), List.of(), List.of());
        }
        return transfer(group, source, target, read);
    }

    /** Also what renaming INBOX does with its messages. */
    static void moveAll(Group group, MailboxState source, MailboxState target, Origin origin) throws SQLException {
        AccountId account = source.account().id();
        CopyChange move = new CopyChange(account, source.id(), UidSet.ALL, target.id(), Optional.empty(), origin);
        List<StoredMessage> all =
                MessageRows.list(group.connection(), account, source.id(), UidSet.ALL, group.flagPool());
        if (!all.isEmpty()) {
            move.transfer(group, source, target, all);
        }
    }

    private MessageStore.CopyOutcome transfer(
            Group group, MailboxState source, MailboxState target, List<StoredMessage> messages) throws SQLException {
        long modSeq = group.nextModSeq(target);
        long firstUid = target.uidNext();
        List<Long> oldUids = new ArrayList<>(messages.size());
        List<Long> newUids = new ArrayList<>(messages.size());
        for (StoredMessage message : messages) {
            StoredMessage copy = message.copied(target.nextUid(), group.now(), modSeq);
            group.add(target, copy);
            oldUids.add(message.uid());
            newUids.add(copy.uid());
            group.journal(account, origin, event(message, source, copy, target));
        }
        long fromModSeq = move() ? new Removal(source, uids, messages, messages).apply(group, false) : 0;
        group.record(new LogEvent.Copied(
                account, from, UidRuns.uids(messages), fromModSeq, to, firstUid, modSeq, group.now()));
        return new MessageStore.CopyOutcome(target.uidValidity(), oldUids, newUids);
    }

    private JournalEvent event(StoredMessage old, MailboxState source, StoredMessage copy, MailboxState target) {
        return move()
                ? new JournalEvent.Moved(old.contentId(), source.name(), old.uid(), target.name(), copy.uid())
                : new JournalEvent.Copied(old.contentId(), source.name(), old.uid(), target.name(), copy.uid());
    }
}
