// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** The {@code volume_counter} table: ids that are given out once. */
enum Counter {
    MAILBOX,
    PACK;

    /** The next id; given back only by a rollback. */
    long next(Connection tx) throws SQLException {
        return raise(tx, 1);
    }

    /** The id given out last. */
    long last(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT value FROM volume_counter WHERE name = ?")) {
            statement.setString(1, name().toLowerCase(Locale.ROOT));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Leaves out the ids up to the one returned. */
    long raise(Connection tx, long by) throws SQLException {
        String sql = "UPDATE volume_counter SET value = value + ? WHERE name = ? RETURNING value";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, by);
            statement.setString(2, name().toLowerCase(Locale.ROOT));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("no counter " + this);
                }
                return row.getLong(1);
            }
        }
    }

    /** Has ids go on after {@code value}, unless they are there already. */
    void atLeast(Connection tx, long value) throws SQLException {
        String sql = "UPDATE volume_counter SET value = ? WHERE name = ? AND value < ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, value);
            statement.setString(2, name().toLowerCase(Locale.ROOT));
            statement.setLong(3, value);
            statement.executeUpdate();
        }
    }
}
