// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.db.Database;

/** Copies the rows of one journal to the end of another, in their order; they get new ids there. */
public final class JournalCopy {
    /** Rows in one transaction. */
    private static final int PAGE = 1000;

    private static final String COLUMNS =
            "at, account_id, about, kind, content_id, protocol, session, peer, client, login, detail, app_password,"
                    + " message_key, sender_key";
    private static final int COUNT = 14;

    private JournalCopy() {}

    private record Row(long id, Object[] values) {}

    /** Returns how many rows were copied. A page that cannot be read ends the copying; the pages before it stay. */
    public static long copy(Database from, Database to) {
        long copied = 0;
        long last = 0;
        while (true) {
            long after = last;
            List<Row> page = from.read(connection -> page(connection, after));
            if (page.isEmpty()) {
                return copied;
            }
            copied += to.write(connection -> insert(connection, page));
            last = page.getLast().id();
        }
    }

    private static List<Row> page(Connection connection, long after) throws SQLException {
        String sql = "SELECT id, " + COLUMNS + " FROM journal WHERE id > ? ORDER BY id LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setInt(2, PAGE);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Object[] values = new Object[COUNT];
                    for (int i = 0; i < COUNT; i++) {
                        values[i] = row.getObject(i + 2);
                    }
                    rows.add(new Row(row.getLong(1), values));
                }
            }
            return rows;
        }
    }

    private static int insert(Connection tx, List<Row> rows) throws SQLException {
        String sql = "INSERT INTO journal (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (Row row : rows) {
                for (int i = 0; i < COUNT; i++) {
                    statement.setObject(i + 1, row.values()[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
            return rows.size();
        }
    }
}
