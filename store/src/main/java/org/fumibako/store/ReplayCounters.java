// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.pack.PackName;

/**
 * The highest of everything that the records gave out, so that nothing is given out again. Telling it twice changes nothing,
 * so a transaction may be run again.
 */
final class ReplayCounters {
    /**
     * How far counters go on when records were lost, which may have given out more than is known: more than a pack of
     * deliveries can, and small beside 32 bits of UIDs.
     */
    static final long GAP = 1L << 20;

    /** The longest run of ids that is taken for lost; what a rebuild or a restore skips is longer than any loss. */
    private static final long SKIP = 500_000;

    private final Map<Place, Marks> mailboxes = new HashMap<>();
    private final Map<AccountId, Long> modSeqs = new HashMap<>();
    private final Map<AccountId, Long> uidValidities = new HashMap<>();
    private long lastMailbox;
    private final SortedSet<Long> packs = new TreeSet<>();
    private long lastPack;

    /** Ids of packs, both included. */
    record PackRange(long first, long last) {
        @Override
        public String toString() {
            String name = new PackName(first, 0).file();
            return first == last ? name : name + " to " + new PackName(last, 0).file();
        }
    }

    private record Place(AccountId account, MailboxId mailbox) {}

    private record Marks(long uidNext, long modSeq) {
        Marks max(Marks other) {
            return new Marks(Math.max(uidNext, other.uidNext), Math.max(modSeq, other.modSeq));
        }
    }

    void created(LogEvent.MailboxCreated created) {
        changed(created.account(), created.mailbox(), created.modSeq());
        uidValidities.merge(created.account(), created.uidValidity() + 1, Math::max);
    }

    void renewed(LogEvent.UidValidityChanged renewed) {
        changed(renewed.account(), renewed.mailbox(), renewed.modSeq());
        uidValidities.merge(renewed.account(), renewed.uidValidity() + 1, Math::max);
    }

    void changed(AccountId account, MailboxId mailbox, long modSeq) {
        mark(account, mailbox, new Marks(1, modSeq));
    }

    /** Something of the account that is in no mailbox. */
    void changed(AccountId account, long modSeq) {
        accountChanged(account, modSeq);
    }

    void filed(AccountId account, MailboxId mailbox, long modSeq, long uid) {
        mark(account, mailbox, new Marks(uid + 1, modSeq));
    }

    /** The mailbox is gone; its account remembers. */
    void deleted(AccountId account, MailboxId mailbox, long modSeq) {
        mailboxes.remove(new Place(account, mailbox));
        accountChanged(account, modSeq);
    }

    void packSeen(long id) {
        packs.add(id);
        lastPack = Math.max(lastPack, id);
    }

    /**
     * Ids that neither a file has nor a record names, of those below one that is there; what a rebuild or a restore skipped is
     * not among them.
     */
    List<PackRange> packsNotSeen() {
        List<PackRange> ranges = new ArrayList<>();
        long before = 0;
        for (long id : packs) {
            if (id > before + 1 && id - before < SKIP) {
                ranges.add(new PackRange(before + 1, id - 1));
            }
            before = id;
        }
        return ranges;
    }

    /** The next UIDVALIDITY of an account; it is not given out again. */
    long nextUidValidity(AccountId account, long seconds) {
        long value = Math.max(uidValidities.getOrDefault(account, 1L), seconds);
        uidValidities.put(account, value + 1);
        return value;
    }

    MailboxId nextMailbox() {
        return new MailboxId(++lastMailbox);
    }

    private void mark(AccountId account, MailboxId mailbox, Marks marks) {
        mailboxes.merge(new Place(account, mailbox), marks, Marks::max);
        lastMailbox = Math.max(lastMailbox, mailbox.value());
        accountChanged(account, marks.modSeq());
    }

    private void accountChanged(AccountId account, long modSeq) {
        modSeqs.merge(account, modSeq, Math::max);
    }

    /** Raises the counters of the index to these. {@code gap} is 0, or {@link #GAP} when something was lost. */
    void write(Connection tx, long gap) throws SQLException {
        mailboxes(tx, gap);
        accounts(tx, "mod_seq", modSeqs, gap);
        accounts(tx, "uid_validity_next", uidValidities, 0);
        Counter.MAILBOX.atLeast(tx, lastMailbox + gap);
        Counter.PACK.atLeast(tx, lastPack + gap);
    }

    /** A gap also means that what vanished is not known in full, so the record of it begins anew. */
    private void mailboxes(Connection tx, long gap) throws SQLException {
        String sql = "UPDATE mailbox SET uid_next = ?, mod_seq = ?" + (gap == 0 ? "" : ", vanished_floor = ?")
                + " WHERE account_id = ? AND mailbox_id = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (Map.Entry<Place, Marks> entry : mailboxes.entrySet()) {
                int next = 1;
                statement.setLong(next++, Math.min(entry.getValue().uidNext() + gap, UidSet.MAX_UID));
                statement.setLong(next++, entry.getValue().modSeq() + gap);
                if (gap > 0) {
                    statement.setLong(next++, entry.getValue().modSeq() + gap);
                }
                statement.setLong(next++, entry.getKey().account().value());
                statement.setLong(next, entry.getKey().mailbox().value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void accounts(Connection tx, String column, Map<AccountId, Long> values, long gap)
            throws SQLException {
        String sql = "UPDATE account_state SET " + column + " = ? WHERE account_id = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (Map.Entry<AccountId, Long> entry : values.entrySet()) {
                statement.setLong(1, entry.getValue() + gap);
                statement.setLong(2, entry.getKey().value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
