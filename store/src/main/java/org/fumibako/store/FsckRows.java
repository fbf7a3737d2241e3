// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.store.pack.Location;

/** Statements that only {@link Fsck} needs, beside those of {@link IndexCheck}. */
final class FsckRows {
    private FsckRows() {}

    /** Tells of each row that contradicts {@code check}; one more than {@code limit} means that there are others. */
    static List<String> contradictions(Connection connection, IndexCheck check, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(check.sql() + " LIMIT " + (limit + 1));
                ResultSet row = statement.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            List<String> sentences = new ArrayList<>();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(row.getString(i)));
                }
                sentences.add(check.sentence(values));
            }
            return sentences;
        }
    }

    /** How much there is. */
    record Totals(long mailboxes, long messages, long contents) {}

    static Totals totals(Connection connection) throws SQLException {
        String sql = "SELECT (SELECT COUNT(*) FROM mailbox), (SELECT COUNT(*) FROM message),"
                + " (SELECT COUNT(*) FROM content)";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Totals(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /** A stored message and where it lies. */
    record StoredAt(long contentId, Location location) {}

    /** Contents with ids after {@code after} and before {@code before}, in order. */
    static List<StoredAt> contents(Connection connection, long after, long before, int limit) throws SQLException {
        String sql = "SELECT " + ContentRows.LOCATION + ", c.content_id"
                + " FROM content c JOIN pack p ON p.pack_id = c.pack_id"
                + " WHERE c.content_id > ? AND c.content_id < ? ORDER BY c.content_id LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setLong(2, before);
            statement.setInt(3, limit);
            List<StoredAt> contents = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    contents.add(new StoredAt(row.getLong(7), ContentRows.location(row, 1)));
                }
            }
            return contents;
        }
    }

    /** Where the content lies now; empty when it is gone. */
    static Optional<Location> location(Connection connection, long contentId) throws SQLException {
        return contents(connection, contentId - 1, contentId + 1, 1).stream()
                .map(StoredAt::location)
                .findFirst();
    }

    /** Messages whose octets lie in a pack, each counted once. */
    static long contentsIn(Connection connection, long pack) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT COUNT(*) FROM content WHERE pack_id = ?")) {
            statement.setLong(1, pack);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
