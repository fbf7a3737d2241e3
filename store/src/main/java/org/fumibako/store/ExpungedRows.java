// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;

/** The {@code expunged} table: which UIDs went at which mod-sequence, for VANISHED (RFC 7162 §3.2.10). */
final class ExpungedRows {
    private ExpungedRows() {}

    static void insert(
            Connection tx, AccountId account, MailboxId mailbox, long modSeq, List<UidSet.Range> uids, long now)
            throws SQLException {
        String sql = "INSERT INTO expunged (account_id, mailbox_id, mod_seq, first_uid, last_uid, expunged_at)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (UidSet.Range range : uids) {
                statement.setLong(1, account.value());
                statement.setLong(2, mailbox.value());
                statement.setLong(3, modSeq);
                statement.setLong(4, range.first());
                statement.setLong(5, range.last());
                statement.setLong(6, now);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void deleteAll(Connection tx, AccountId account, MailboxId mailbox) throws SQLException {
        try (PreparedStatement statement =
                tx.prepareStatement("DELETE FROM expunged WHERE account_id = ? AND mailbox_id = ?")) {
            statement.setLong(1, account.value());
            statement.setLong(2, mailbox.value());
            statement.executeUpdate();
        }
    }

    /** What went after {@code modSeq}; empty when the record does not reach back so far. */
    static Optional<UidSet> since(Connection connection, AccountId account, MailboxId mailbox, long modSeq)
            throws SQLException {
        if (modSeq < floor(connection, account, mailbox)) {
            return Optional.empty();
        }
        String sql =
                "SELECT first_uid, last_uid FROM expunged" + " WHERE account_id = ? AND mailbox_id = ? AND mod_seq > ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, account.value());
            statement.setLong(2, mailbox.value());
            statement.setLong(3, modSeq);
            List<UidSet.Range> ranges = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ranges.add(new UidSet.Range(row.getLong(1), row.getLong(2)));
                }
            }
            return Optional.of(UidSet.ofRanges(ranges));
        }
    }

    private static long floor(Connection connection, AccountId account, MailboxId mailbox) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT vanished_floor FROM mailbox WHERE account_id = ? AND mailbox_id = ?")) {
            statement.setLong(1, account.value());
            statement.setLong(2, mailbox.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : Long.MAX_VALUE;
            }
        }
    }

    /** Forgets what went before {@code before} and remembers up to which mod-sequence; returns how many rows went. */
    static int prune(Connection tx, long before) throws SQLException {
        String raise = "UPDATE mailbox SET vanished_floor = (SELECT MAX(e.mod_seq) FROM expunged e"
                + " WHERE e.account_id = mailbox.account_id AND e.mailbox_id = mailbox.mailbox_id"
                + " AND e.expunged_at < ?)"
                + " WHERE EXISTS (SELECT 1 FROM expunged e WHERE e.account_id = mailbox.account_id"
                + " AND e.mailbox_id = mailbox.mailbox_id AND e.expunged_at < ?)";
        try (PreparedStatement statement = tx.prepareStatement(raise)) {
            statement.setLong(1, before);
            statement.setLong(2, before);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = tx.prepareStatement("DELETE FROM expunged WHERE expunged_at < ?")) {
            statement.setLong(1, before);
            return statement.executeUpdate();
        }
    }
}
