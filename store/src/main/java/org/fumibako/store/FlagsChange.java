// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.LogEvent;

/** Changes the flags of messages (RFC 9051 §6.4.6, RFC 7162 §3.1.3). */
record FlagsChange(
        AccountId account,
        MailboxId mailbox,
        UidSet uids,
        MessageStore.FlagChange change,
        Flags flags,
        Optional<Long> unchangedSince,
        Origin origin)
        implements Change<MessageStore.FlagOutcome> {
    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    @Override
    public MessageStore.FlagOutcome apply(Group group) throws MailboxException, SQLException {
        MailboxState state = group.required(account).required(mailbox);
        List<StoredMessage> read = MessageRows.list(group.connection(), account, mailbox, uids, group.flagPool());
        List<StoredMessage> done = new ArrayList<>();
        List<StoredMessage> modified = new ArrayList<>();
        List<StoredMessage> changed = new ArrayList<>();
        List<Flags> after = new ArrayList<>();
        for (StoredMessage message : read) {
            if (unchangedSince.isPresent() && message.modSeq() > unchangedSince.get()) {
                modified.add(message);
                continue;
            }
            done.add(message);
            Flags now = changed(group, message.flags());
            if (!now.equals(message.flags())) {
                changed.add(message);
                after.add(now);
            }
        }
        if (!changed.isEmpty()) {
            write(group, state, read, changed, after.toArray(Flags[]::new));
        }
        return new MessageStore.FlagOutcome(UidRuns.uids(done), UidRuns.uids(modified), state.modSeq());
    }

    private Flags changed(Group group, Flags before) throws MailboxException {
        try {
            return group.flagPool()
                    .of(
                            switch (change) {
                                case ADD -> before.plus(flags);
                                case REMOVE -> before.minus(flags);
                                case REPLACE -> flags;
                            });
        } catch (IllegalArgumentException tooMany) {
            throw new MailboxException(
                    MailboxException.Reason.LIMIT, "A message can have " + Flags.MAX_KEYWORDS + " keywords");
        }
    }

    private void write(
            Group group, MailboxState state, List<StoredMessage> read, List<StoredMessage> changed, Flags[] after)
            throws SQLException {
        long modSeq = group.nextModSeq(state);
        Map<Flags, List<StoredMessage>> byFlags = new LinkedHashMap<>();
        for (int i = 0; i < after.length; i++) {
            byFlags.computeIfAbsent(after[i], flags -> new ArrayList<>()).add(changed.get(i));
            if (after[i].seen() && !changed.get(i).flags().seen()) {
                StoredMessage message = changed.get(i);
                JournalEvent seen = new JournalEvent.Seen(message.contentId(), state.name(), message.uid());
                group.journal(account, origin, seen);
            }
        }
        List<LogEvent.FlagRun> logged = new ArrayList<>();
        for (Map.Entry<Flags, List<StoredMessage>> alike : byFlags.entrySet()) {
            for (UidSet.Range run : UidRuns.of(uids, read, alike.getValue())) {
                MessageRows.updateFlags(group.connection(), account, mailbox, run, alike.getKey(), modSeq);
            }
            logged.add(new LogEvent.FlagRun(alike.getKey(), UidRuns.uids(alike.getValue())));
        }
        group.reflagged(state, changed, after, modSeq);
        group.record(new LogEvent.FlagsSet(account, mailbox, modSeq, logged));
    }
}
