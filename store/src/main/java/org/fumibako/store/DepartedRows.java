// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;

/** The tables {@code departed} and {@code departed_mailbox}: which messages left a mailbox, and which mailboxes went. */
final class DepartedRows {
    private DepartedRows() {}

    /** Notes messages that are about to be removed. */
    static void insert(Connection tx, MailboxState mailbox, UidSet.Range uids, long modSeq, long now)
            throws SQLException {
        String sql = "INSERT INTO departed (account_id, mod_seq, mailbox_id, uid, content_id, thread_id, created_seq,"
                + " departed_at) SELECT account_id, CAST(? AS BIGINT), mailbox_id, uid, content_id, thread_id,"
                + " created_seq, CAST(? AS BIGINT) FROM message"
                + " WHERE account_id = ? AND mailbox_id = ? AND uid BETWEEN ? AND ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, modSeq);
            statement.setLong(2, now);
            statement.setLong(3, mailbox.account().id().value());
            statement.setLong(4, mailbox.id().value());
            statement.setLong(5, uids.first());
            statement.setLong(6, uids.last());
            statement.executeUpdate();
        }
    }

    /** Notes a mailbox that is about to be removed. */
    static void insert(Connection tx, MailboxState mailbox, long modSeq, long now) throws SQLException {
        String sql = "INSERT INTO departed_mailbox (account_id, mailbox_id, mod_seq, created_seq, departed_at)"
                + " SELECT account_id, mailbox_id, CAST(? AS BIGINT), created_seq, CAST(? AS BIGINT) FROM mailbox"
                + " WHERE account_id = ? AND mailbox_id = ?";
        RebuildRows.execute(
                tx,
                sql,
                modSeq,
                now,
                mailbox.account().id().value(),
                mailbox.id().value());
    }

    /** The account is gone: what it knew is forgotten, up to {@code modSeq}. */
    static void forget(Connection tx, AccountId account, long modSeq) throws SQLException {
        RebuildRows.execute(tx, "DELETE FROM departed WHERE account_id = ?", account.value());
        RebuildRows.execute(tx, "DELETE FROM departed_mailbox WHERE account_id = ?", account.value());
        RebuildRows.execute(
                tx, "UPDATE account_state SET departed_floor = ? WHERE account_id = ?", modSeq, account.value());
    }

    /** Nothing is known of what any account lost: the index was made anew. */
    static void forgetAll(Connection tx) throws SQLException {
        RebuildRows.execute(tx, "DELETE FROM departed");
        RebuildRows.execute(tx, "DELETE FROM departed_mailbox");
        RebuildRows.execute(tx, "UPDATE account_state SET departed_floor = mod_seq");
        RebuildRows.execute(
                tx,
                "UPDATE account_state SET departed_floor ="
                        + " (SELECT MAX(m.mod_seq) FROM mailbox m WHERE m.account_id = account_state.account_id)"
                        + " WHERE EXISTS (SELECT 1 FROM mailbox m WHERE m.account_id = account_state.account_id"
                        + " AND m.mod_seq > account_state.departed_floor)");
    }

    /** What left a mailbox of the account after {@code modSeq}, in the order in which it left. */
    static List<Departure> since(Connection connection, AccountId account, long modSeq) throws SQLException {
        String sql = "SELECT mod_seq, mailbox_id, content_id, thread_id, created_seq FROM departed"
                + " WHERE account_id = ? AND mod_seq > ? ORDER BY mod_seq, content_id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, account.value());
            statement.setLong(2, modSeq);
            List<Departure> departures = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    departures.add(new Departure(
                            row.getLong(1),
                            new MailboxId(row.getLong(2)),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5)));
                }
            }
            return departures;
        }
    }

    /** Mailboxes that went after {@code modSeq} and were there at it. */
    static List<MailboxId> mailboxesSince(Connection connection, AccountId account, long modSeq) throws SQLException {
        String sql = "SELECT mailbox_id FROM departed_mailbox"
                + " WHERE account_id = ? AND mod_seq > ? AND created_seq <= ? ORDER BY mailbox_id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, account.value());
            statement.setLong(2, modSeq);
            statement.setLong(3, modSeq);
            List<MailboxId> gone = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    gone.add(new MailboxId(row.getLong(1)));
                }
            }
            return gone;
        }
    }

    /** Forgets what departed before {@code before} and remembers up to which mod-sequence; returns how many rows went. */
    static int prune(Connection tx, long before) throws SQLException {
        int pruned = 0;
        for (String table : List.of("departed", "departed_mailbox")) {
            String old = " FROM " + table + " d WHERE d.account_id = account_state.account_id AND d.departed_at < ?";
            RebuildRows.execute(
                    tx,
                    "UPDATE account_state SET departed_floor = (SELECT MAX(d.mod_seq)" + old
                            + ") WHERE EXISTS (SELECT 1" + old + " AND d.mod_seq > account_state.departed_floor)",
                    before,
                    before);
            pruned += RebuildRows.execute(tx, "DELETE FROM " + table + " WHERE departed_at < ?", before);
        }
        return pruned;
    }
}
