// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.store.pack.Location;

/** Statements that only {@link Summaries} needs. */
final class SummaryRows {
    private SummaryRows() {}

    /** A message that a mailbox or the queue has; without a location when no record or no pack holds its octets. */
    record Wanted(long contentId, Optional<Location> location) {}

    /** A message's place in a mailbox. */
    record Seat(AccountId account, String mailbox, long uid) {}

    /** Messages that some mailbox or the queue has, by content id, after {@code after}. */
    static List<Wanted> wanted(Connection connection, long after, int limit) throws SQLException {
        String sql = "SELECT " + ContentRows.LOCATION + ", w.content_id FROM (SELECT content_id FROM"
                + " (SELECT DISTINCT content_id FROM message WHERE content_id > ? ORDER BY content_id LIMIT ?) f"
                + " UNION SELECT content_id FROM"
                + " (SELECT DISTINCT content_id FROM queue_message WHERE content_id > ? ORDER BY content_id LIMIT ?) q"
                + " ORDER BY content_id LIMIT ?) w"
                + " LEFT JOIN content c ON c.content_id = w.content_id LEFT JOIN pack p ON p.pack_id = c.pack_id"
                + " ORDER BY w.content_id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            statement.setLong(3, after);
            statement.setInt(4, limit);
            statement.setInt(5, limit);
            List<Wanted> wanted = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    boolean there = row.getLong(1) != 0;
                    wanted.add(new Wanted(
                            row.getLong(7), there ? Optional.of(ContentRows.location(row, 1)) : Optional.empty()));
                }
            }
            return wanted;
        }
    }

    static void write(Connection tx, long contentId, MessageSummary summary) throws SQLException {
        long threadId = PreparedAppend.threadId(summary, contentId);
        String sql = "UPDATE content SET thread_id = ?, envelope = ?, structure = ?, preview = ?, subject = ?,"
                + " message_id = ?, reference_ids = ? WHERE content_id = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, threadId);
            statement.setBytes(2, summary.envelope());
            statement.setBytes(3, summary.structure());
            statement.setString(4, summary.preview());
            statement.setString(5, summary.subject());
            statement.setString(6, summary.messageId());
            statement.setString(7, summary.references());
            statement.setLong(8, contentId);
            statement.executeUpdate();
        }
        if (threadId != contentId) {
            RebuildRows.execute(tx, "UPDATE message SET thread_id = ? WHERE content_id = ?", threadId, contentId);
        }
    }

    /** Where a message was filed. */
    static List<Seat> seats(Connection connection, long contentId) throws SQLException {
        String sql = "SELECT m.account_id, COALESCE(b.name, '?'), m.uid FROM message m LEFT JOIN mailbox b"
                + " ON b.account_id = m.account_id AND b.mailbox_id = m.mailbox_id WHERE m.content_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, contentId);
            List<Seat> seats = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    seats.add(new Seat(new AccountId(row.getLong(1)), row.getString(2), row.getLong(3)));
                }
            }
            return seats;
        }
    }

    /** The queue's own ids of a message that is on its way to other servers. */
    static List<Long> queued(Connection connection, long contentId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT queue_id FROM queue_message WHERE content_id = ?")) {
            statement.setLong(1, contentId);
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        }
    }

    /** Takes a message whose octets are lost out of every mailbox and out of the queue. */
    static void drop(Connection tx, long contentId) throws SQLException {
        RebuildRows.execute(tx, "DELETE FROM message WHERE content_id = ?", contentId);
        RebuildRows.execute(
                tx,
                "DELETE FROM queue_recipient WHERE queue_id IN (SELECT queue_id FROM queue_message WHERE content_id = ?)",
                contentId);
        RebuildRows.execute(tx, "DELETE FROM queue_message WHERE content_id = ?", contentId);
        RebuildRows.execute(tx, "DELETE FROM content WHERE content_id = ?", contentId);
    }
}
