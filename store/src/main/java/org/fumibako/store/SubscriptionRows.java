// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fumibako.model.AccountId;

/** The {@code subscription} table. */
final class SubscriptionRows {
    private SubscriptionRows() {}

    static SortedSet<String> all(Connection connection, AccountId account) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT name FROM subscription WHERE account_id = ?")) {
            statement.setLong(1, account.value());
            try (ResultSet row = statement.executeQuery()) {
                SortedSet<String> names = new TreeSet<>();
                while (row.next()) {
                    names.add(row.getString(1));
                }
                return names;
            }
        }
    }

    static void set(Connection tx, AccountId account, String name, boolean subscribed) throws SQLException {
        String sql = subscribed
                ? "INSERT INTO subscription (account_id, name) VALUES (?, ?) ON CONFLICT (account_id, name) DO NOTHING"
                : "DELETE FROM subscription WHERE account_id = ? AND name = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, account.value());
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    static void deleteAll(Connection tx, AccountId account) throws SQLException {
        try (PreparedStatement statement = tx.prepareStatement("DELETE FROM subscription WHERE account_id = ?")) {
            statement.setLong(1, account.value());
            statement.executeUpdate();
        }
    }
}
