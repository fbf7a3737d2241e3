// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements with their parameters in order: {@code Long}, {@code Boolean} or {@code String}. For this module's packages only. */
public final class Sql {
    private Sql() {}

    /** Makes a value of the row that the cursor is on. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows. */
    public static <T> List<T> list(Connection connection, Row<T> reader, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (row.next()) {
                values.add(reader.read(row));
            }
            return values;
        }
    }

    /** The first row, if there is one. */
    public static <T> Optional<T> first(Connection connection, Row<T> reader, String sql, Object... parameters)
            throws SQLException {
        return list(connection, reader, sql, parameters).stream().findFirst();
    }

    /** The one number that {@code sql} answers with; 0 for NULL. */
    public static long number(Connection connection, String sql, Object... parameters) throws SQLException {
        return first(connection, row -> row.getLong(1), sql, parameters).orElse(0L);
    }

    /** Whether there is a row. */
    public static boolean exists(Connection connection, String sql, Object... parameters) throws SQLException {
        return !list(connection, row -> true, sql, parameters).isEmpty();
    }

    /** Changes rows; returns how many. */
    public static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** A pattern for {@code LIKE ? ESCAPE '!'} that finds {@code text} anywhere. */
    public static String part(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** An id that was never given before. */
    public static long nextId(Connection connection, String sequence) throws SQLException {
        return number(connection, "UPDATE id_sequence SET last = last + 1 WHERE name = ? RETURNING last", sequence);
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
