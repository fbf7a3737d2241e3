// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The {@code released} table: which contents lost a reference, in which account, when. */
final class ReleasedRows {
    private ReleasedRows() {}

    record Released(long contentId, long account) {}

    /** Those released before {@code before}, at most {@code limit} of them. */
    static List<Released> due(Connection connection, long before, int limit) throws SQLException {
        String sql = "SELECT content_id, account_id FROM released WHERE released_at < ? LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, before);
            statement.setInt(2, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<Released> due = new ArrayList<>();
                while (row.next()) {
                    due.add(new Released(row.getLong(1), row.getLong(2)));
                }
                return due;
            }
        }
    }

    /** Forgets a release, unless the content was released again meanwhile; returns whether it did. */
    static boolean forget(Connection tx, Released released, long before) throws SQLException {
        String sql = "DELETE FROM released WHERE content_id = ? AND account_id = ? AND released_at < ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, released.contentId());
            statement.setLong(2, released.account());
            statement.setLong(3, before);
            return statement.executeUpdate() == 1;
        }
    }
}
