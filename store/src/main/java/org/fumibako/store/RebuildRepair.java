// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.pack.LogEvent;

/** The last steps of a rebuild: gives a place to what lost its own, and counts what is there. */
final class RebuildRepair {
    private final ReplayCounters counters;
    private final Findings findings;
    private final long now;

    /** @param now milliseconds since the epoch */
    RebuildRepair(ReplayCounters counters, Findings findings, long now) {
        this.counters = counters;
        this.findings = findings;
        this.now = now;
    }

    private record Orphan(AccountId account, MailboxId mailbox) {}

    /** Messages whose mailbox no record names get one that says so; an account with mail in it is one, and has an INBOX. */
    void house(Connection tx) throws SQLException {
        for (Orphan orphan : orphans(tx)) {
            String name = "Recovered-" + orphan.mailbox();
            findings.problem("account " + orphan.account() + " lost the record that made mailbox " + orphan.mailbox()
                    + "; its messages are in " + name);
            make(tx, orphan.account(), orphan.mailbox(), name, Optional.empty());
        }
        RebuildRows.execute(
                tx,
                "INSERT INTO account_state (account_id, mod_seq, uid_validity_next, deleted)"
                        + " SELECT DISTINCT b.account_id, 0, 1, 0 FROM mailbox b WHERE NOT EXISTS"
                        + " (SELECT 1 FROM account_state a WHERE a.account_id = b.account_id)");
        RebuildRows.execute(
                tx,
                "UPDATE account_state SET deleted = 0 WHERE deleted <> 0 AND EXISTS"
                        + " (SELECT 1 FROM mailbox b WHERE b.account_id = account_state.account_id)");
        for (AccountId account : withoutInbox(tx)) {
            findings.problem("account " + account + " lost the record that made its INBOX; it has a new, empty one");
            make(tx, account, counters.nextMailbox(), SpecialUse.INBOX.mailboxName(), Optional.of(SpecialUse.INBOX));
        }
    }

    private void make(Connection tx, AccountId account, MailboxId mailbox, String name, Optional<SpecialUse> use)
            throws SQLException {
        long uidValidity = counters.nextUidValidity(account, now / 1000);
        LogEvent.MailboxCreated made = new LogEvent.MailboxCreated(account, mailbox, 1, uidValidity, name, use);
        counters.created(made);
        RebuildRows.mailboxCreated(tx, made);
        SubscriptionRows.set(tx, account, name, true);
    }

    private static List<Orphan> orphans(Connection connection) throws SQLException {
        String sql =
                "SELECT DISTINCT m.account_id, m.mailbox_id FROM message m WHERE NOT EXISTS (SELECT 1 FROM mailbox b"
                        + " WHERE b.account_id = m.account_id AND b.mailbox_id = m.mailbox_id)";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<Orphan> orphans = new ArrayList<>();
            while (row.next()) {
                orphans.add(new Orphan(new AccountId(row.getLong(1)), new MailboxId(row.getLong(2))));
            }
            return orphans;
        }
    }

    private static List<AccountId> withoutInbox(Connection connection) throws SQLException {
        String sql = "SELECT a.account_id FROM account_state a WHERE a.deleted = 0 AND NOT EXISTS"
                + " (SELECT 1 FROM mailbox b WHERE b.account_id = a.account_id AND b.special_use = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, SpecialUse.INBOX.name());
            List<AccountId> accounts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    accounts.add(new AccountId(row.getLong(1)));
                }
            }
            return accounts;
        }
    }

    /** Forgets contents that nothing refers to and no pack holds, and counts what mailboxes and packs have. */
    static void count(Connection tx, Map<Long, Long> storedOctets) throws SQLException {
        RebuildRows.execute(
                tx,
                "DELETE FROM content WHERE NOT EXISTS" + " (SELECT 1 FROM pack p WHERE p.pack_id = content.pack_id)");
        RebuildRows.execute(
                tx,
                "DELETE FROM released WHERE NOT EXISTS"
                        + " (SELECT 1 FROM content c WHERE c.content_id = released.content_id)");
        RebuildRows.execute(tx, "DELETE FROM pack WHERE solo <> 0 AND pack_id NOT IN (SELECT pack_id FROM content)");
        RebuildRows.execute(
                tx,
                "UPDATE mailbox SET (messages, unseen, deleted, size) = (SELECT COUNT(*),"
                        + " COALESCE(SUM(CASE WHEN (m.flags & ?) = 0 THEN 1 ELSE 0 END), 0),"
                        + " COALESCE(SUM(CASE WHEN (m.flags & ?) = 0 THEN 0 ELSE 1 END), 0), COALESCE(SUM(m.size), 0)"
                        + " FROM message m WHERE m.account_id = mailbox.account_id"
                        + " AND m.mailbox_id = mailbox.mailbox_id)",
                Flags.SEEN,
                Flags.DELETED);
        countDead(tx, storedOctets);
    }

    private static void countDead(Connection tx, Map<Long, Long> storedOctets) throws SQLException {
        Map<Long, Long> dead = new HashMap<>(storedOctets);
        String sql = "SELECT pack_id, SUM(record_length) FROM content GROUP BY pack_id";
        try (PreparedStatement statement = tx.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                dead.merge(row.getLong(1), -row.getLong(2), Long::sum);
            }
        }
        for (Map.Entry<Long, Long> pack : dead.entrySet()) {
            RebuildRows.execute(
                    tx, "UPDATE pack SET dead = ? WHERE pack_id = ? AND solo = 0", pack.getValue(), pack.getKey());
        }
    }

    /** How much the index holds. */
    record Totals(long mailboxes, long messages) {}

    static Totals totals(Connection connection) throws SQLException {
        String sql = "SELECT COUNT(*), COALESCE(SUM(messages), 0) FROM mailbox";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Totals(row.getLong(1), row.getLong(2));
        }
    }
}
