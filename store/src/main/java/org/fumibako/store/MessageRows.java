// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.model.AccountId;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;

/** The {@code message} table: one row for each message in each mailbox. */
final class MessageRows {
    /** Sets of more ranges than this are read in one sweep over their span instead of range by range. */
    private static final int MAX_RANGES = 32;

    private static final String INSERT =
            "INSERT INTO message (account_id, mailbox_id, uid, content_id, thread_id, size,"
                    + " internal_date, saved_date, flags, mod_seq, keywords, created_seq)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private MessageRows() {}

    /** A message and the mailbox it goes to. */
    record Placed(AccountId account, MailboxId mailbox, StoredMessage message) {}

    static void insert(Connection tx, List<Placed> rows) throws SQLException {
        insert(tx, rows, "");
    }

    /** {@code onConflict} says what becomes of a row that is there already, or is empty. */
    static void insert(Connection tx, List<Placed> rows, String onConflict) throws SQLException {
        try (PreparedStatement statement = tx.prepareStatement(INSERT + onConflict)) {
            for (Placed row : rows) {
                StoredMessage message = row.message();
                statement.setLong(1, row.account().value());
                statement.setLong(2, row.mailbox().value());
                statement.setLong(3, message.uid());
                statement.setLong(4, message.contentId());
                statement.setLong(5, message.threadId());
                statement.setLong(6, message.size());
                statement.setLong(7, message.internalDate());
                statement.setLong(8, message.savedDate());
                statement.setInt(9, message.flags().system());
                statement.setLong(10, message.modSeq());
                statement.setString(11, FlagPool.keywords(message.flags()));
                statement.setLong(12, message.createdSeq());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Takes messages in UID order. */
    interface Reader {
        void message(StoredMessage message);
    }

    /** The mailbox's messages among {@code uids}. */
    static void read(Connection connection, AccountId account, MailboxId mailbox, UidSet uids, FlagPool pool, Reader to)
            throws SQLException {
        String sql =
                "SELECT uid, content_id, thread_id, size, internal_date, saved_date, flags, mod_seq, keywords, created_seq"
                        + " FROM message WHERE account_id = ? AND mailbox_id = ? AND uid BETWEEN ? AND ? ORDER BY uid";
        boolean sparse = uids.ranges().size() > MAX_RANGES;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, account.value());
            statement.setLong(2, mailbox.value());
            for (UidSet.Range range : sparse ? List.of(span(uids)) : uids.ranges()) {
                statement.setLong(3, range.first());
                statement.setLong(4, range.last());
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        if (!sparse || uids.contains(row.getLong(1))) {
                            to.message(message(row, pool));
                        }
                    }
                }
            }
        }
    }

    static List<StoredMessage> list(
            Connection connection, AccountId account, MailboxId mailbox, UidSet uids, FlagPool pool)
            throws SQLException {
        List<StoredMessage> messages = new ArrayList<>();
        read(connection, account, mailbox, uids, pool, messages::add);
        return messages;
    }

    static UidSet.Range span(UidSet uids) {
        return new UidSet.Range(
                uids.ranges().getFirst().first(), uids.ranges().getLast().last());
    }

    private static StoredMessage message(ResultSet row, FlagPool pool) throws SQLException {
        return new StoredMessage(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                pool.of(row.getInt(7), row.getString(9)),
                row.getLong(8),
                row.getLong(10));
    }

    /** Gives all messages from one UID to another the same flags. */
    static void updateFlags(
            Connection tx, AccountId account, MailboxId mailbox, UidSet.Range uids, Flags flags, long modSeq)
            throws SQLException {
        String sql = "UPDATE message SET flags = ?, keywords = ?, mod_seq = ?"
                + " WHERE account_id = ? AND mailbox_id = ? AND uid BETWEEN ? AND ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setInt(1, flags.system());
            statement.setString(2, FlagPool.keywords(flags));
            statement.setLong(3, modSeq);
            statement.setLong(4, account.value());
            statement.setLong(5, mailbox.value());
            statement.setLong(6, uids.first());
            statement.setLong(7, uids.last());
            statement.executeUpdate();
        }
    }

    /** Removes all messages from one UID to another and notes that their contents lost a reference. */
    static void delete(Connection tx, AccountId account, MailboxId mailbox, UidSet.Range uids, long now)
            throws SQLException {
        String release = "INSERT INTO released (content_id, account_id, released_at)"
                + " SELECT DISTINCT content_id, account_id, CAST(? AS BIGINT) FROM message"
                + " WHERE account_id = ? AND mailbox_id = ? AND uid BETWEEN ? AND ?"
                + " ON CONFLICT (content_id, account_id) DO UPDATE SET released_at = excluded.released_at";
        try (PreparedStatement statement = tx.prepareStatement(release)) {
            statement.setLong(1, now);
            place(statement, 2, account, mailbox, uids);
            statement.executeUpdate();
        }
        deleteMoved(tx, account, mailbox, uids);
    }

    /** Removes rows whose contents keep their reference in another mailbox of the account. */
    static void deleteMoved(Connection tx, AccountId account, MailboxId mailbox, UidSet.Range uids)
            throws SQLException {
        String sql = "DELETE FROM message WHERE account_id = ? AND mailbox_id = ? AND uid BETWEEN ? AND ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            place(statement, 1, account, mailbox, uids);
            statement.executeUpdate();
        }
    }

    private static void place(
            PreparedStatement statement, int first, AccountId account, MailboxId mailbox, UidSet.Range uids)
            throws SQLException {
        statement.setLong(first, account.value());
        statement.setLong(first + 1, mailbox.value());
        statement.setLong(first + 2, uids.first());
        statement.setLong(first + 3, uids.last());
    }
}
