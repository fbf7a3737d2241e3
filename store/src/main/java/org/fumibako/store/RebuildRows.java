// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.fumibako.model.AccountId;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.LogEvent;

/**
 * Statements that only {@link Replay} needs. Where a row is there already it stays: records that contradict each other are
 * damage, and must not end the rebuild.
 */
final class RebuildRows {
    private static final byte[] NOTHING = new byte[0];

    private RebuildRows() {}

    /** Where a message lies: pack, offset and length of the record. */
    record Place(long pack, long offset, long length) {}

    /** Whether nothing was ever kept in this index. */
    static boolean isEmpty(Connection connection) throws SQLException {
        String sql = "SELECT EXISTS (SELECT 1 FROM pack) OR EXISTS (SELECT 1 FROM account_state)";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() && !row.getBoolean(1);
        }
    }

    static void accountDeleted(Connection tx, AccountId account, boolean deleted) throws SQLException {
        AccountRows.insert(tx, account);
        execute(tx, "UPDATE account_state SET deleted = ? WHERE account_id = ?", deleted ? 1 : 0, account.value());
    }

    static void mailboxCreated(Connection tx, LogEvent.MailboxCreated created) throws SQLException {
        String sql = "INSERT INTO mailbox (account_id, mailbox_id, name, special_use, uid_validity, uid_next, mod_seq,"
                + " messages, unseen, deleted, size, vanished_floor) VALUES (?, ?, ?, ?, ?, 1, ?, 0, 0, 0, 0, ?)"
                + " ON CONFLICT (account_id, mailbox_id) DO NOTHING";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, created.account().value());
            statement.setLong(2, created.mailbox().value());
            statement.setString(3, created.name());
            statement.setString(4, created.use().map(SpecialUse::name).orElse(null));
            statement.setLong(5, created.uidValidity());
            statement.setLong(6, created.modSeq());
            statement.setLong(7, created.modSeq());
            statement.executeUpdate();
        }
    }

    static void mailboxRenamed(Connection tx, LogEvent.MailboxRenamed renamed) throws SQLException {
        String sql = "UPDATE mailbox SET name = ?, named_seq = ? WHERE account_id = ? AND mailbox_id = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setString(1, renamed.name());
            statement.setLong(2, renamed.modSeq());
            statement.setLong(3, renamed.account().value());
            statement.setLong(4, renamed.mailbox().value());
            statement.executeUpdate();
        }
    }

    static void uidValidityChanged(Connection tx, LogEvent.UidValidityChanged renewed) throws SQLException {
        execute(
                tx,
                "UPDATE mailbox SET uid_validity = ?, vanished_floor = ? WHERE account_id = ? AND mailbox_id = ?",
                renewed.uidValidity(),
                renewed.modSeq(),
                renewed.account().value(),
                renewed.mailbox().value());
        ExpungedRows.deleteAll(tx, renewed.account(), renewed.mailbox());
    }

    /** Where a message lies; what is computed from its octets follows with {@link SummaryRows#write}. */
    static void content(Connection tx, Place place, LogEvent.Filed filed) throws SQLException {
        String sql = "INSERT INTO content (content_id, pack_id, pack_offset, record_length, size, thread_id, envelope,"
                + " structure, preview, subject, message_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', '')"
                + " ON CONFLICT (content_id) DO NOTHING";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, filed.contentId());
            statement.setLong(2, place.pack());
            statement.setLong(3, place.offset());
            statement.setLong(4, place.length());
            statement.setLong(5, filed.size());
            statement.setLong(6, filed.contentId());
            statement.setBytes(7, NOTHING);
            statement.setBytes(8, NOTHING);
            statement.executeUpdate();
        }
    }

    static void messages(Connection tx, List<MessageRows.Placed> rows) throws SQLException {
        MessageRows.insert(tx, rows, " ON CONFLICT (account_id, mailbox_id, uid) DO NOTHING");
    }

    static void expunged(Connection tx, LogEvent.Removed removed, long now) throws SQLException {
        String sql = "INSERT INTO expunged (account_id, mailbox_id, mod_seq, first_uid, last_uid, expunged_at)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, mailbox_id, mod_seq, first_uid) DO NOTHING";
        for (UidSet.Range range : removed.uids().ranges()) {
            long account = removed.account().value();
            long mailbox = removed.mailbox().value();
            execute(tx, sql, account, mailbox, removed.modSeq(), range.first(), range.last(), now);
        }
    }

    static int execute(Connection tx, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
