// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.store.pack.Location;
import org.fumibako.store.pack.PackName;

/** The {@code content} table: one row for each stored message, whatever the number of mailboxes it is in. */
final class ContentRows {
    /** What {@link #location} reads, of tables that are called p and c. */
    static final String LOCATION = "p.pack_id, p.generation, p.solo, c.pack_offset, c.record_length, c.size";

    private ContentRows() {}

    /** A row to be written; the texts are such that both engines can keep them. */
    record NewContent(
            long contentId, long packId, long offset, long length, long size, long threadId, MessageSummary summary) {}

    static void insert(Connection tx, List<NewContent> rows) throws SQLException {
        String sql = "INSERT INTO content (content_id, pack_id, pack_offset, record_length, size, thread_id, envelope,"
                + " structure, preview, subject, message_id, reference_ids) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (NewContent row : rows) {
                statement.setLong(1, row.contentId());
                statement.setLong(2, row.packId());
                statement.setLong(3, row.offset());
                statement.setLong(4, row.length());
                statement.setLong(5, row.size());
                statement.setLong(6, row.threadId());
                statement.setBytes(7, row.summary().envelope());
                statement.setBytes(8, row.summary().structure());
                statement.setString(9, row.summary().preview());
                statement.setString(10, row.summary().subject());
                statement.setString(11, row.summary().messageId());
                statement.setString(12, row.summary().references());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Where the content lies, if the account has it, or had it until a while ago. */
    static Optional<Location> locate(Connection connection, AccountId account, long contentId) throws SQLException {
        String sql =
                "SELECT " + LOCATION + " FROM content c JOIN pack p ON p.pack_id = c.pack_id WHERE c.content_id = ?"
                        + " AND (EXISTS (SELECT 1 FROM message m WHERE m.content_id = c.content_id AND"
                        + " m.account_id = ?) OR EXISTS (SELECT 1 FROM released r WHERE r.content_id ="
                        + " c.content_id AND r.account_id = ?))";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, contentId);
            statement.setLong(2, account.value());
            statement.setLong(3, account.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(location(row, 1)) : Optional.empty();
            }
        }
    }

    /** A content that was removed: octets of its record, and in which pack. */
    record Removed(long packId, long length) {}

    /** Removes a content that no account has, or had until a while ago, and that is not to be sent either. */
    static Optional<Removed> removeUnused(Connection tx, long contentId) throws SQLException {
        String sql = "DELETE FROM content WHERE content_id = ?"
                + " AND NOT EXISTS (SELECT 1 FROM message m WHERE m.content_id = content.content_id)"
                + " AND NOT EXISTS (SELECT 1 FROM released r WHERE r.content_id = content.content_id)"
                + " AND NOT EXISTS (SELECT 1 FROM queue_message q WHERE q.content_id = content.content_id)"
                + " RETURNING pack_id, record_length";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, contentId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Removed(row.getLong(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    /** Ids of the contents that lie in log pack {@code pack}, ascending. */
    static long[] in(Connection connection, long pack) throws SQLException {
        String sql = "SELECT content_id FROM content WHERE content_id BETWEEN ? AND ? AND pack_id = ?"
                + " ORDER BY content_id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, AppendChange.contentId(pack, 0));
            statement.setLong(2, AppendChange.contentId(pack + 1, 0) - 1);
            statement.setLong(3, pack);
            LongStream.Builder ids = LongStream.builder();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids.build().toArray();
        }
    }

    /** Writes where the records of contents begin now; their lengths are the same. */
    static void move(Connection tx, long[] contentIds, long[] offsets) throws SQLException {
        try (PreparedStatement statement =
                tx.prepareStatement("UPDATE content SET pack_offset = ? WHERE content_id = ?")) {
            for (int i = 0; i < contentIds.length; i++) {
                statement.setLong(1, offsets[i]);
                statement.setLong(2, contentIds[i]);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** From {@link #LOCATION}, the first of which is column {@code first}. */
    static Location location(ResultSet row, int first) throws SQLException {
        return new Location(
                new PackName(row.getLong(first), row.getInt(first + 1)),
                row.getInt(first + 2) != 0,
                row.getLong(first + 3),
                row.getLong(first + 4),
                row.getLong(first + 5));
    }
}
