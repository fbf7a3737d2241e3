// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.store.pack.PackName;

/** The {@code pack} table: how much of each pack is committed. */
final class PackRows {
    private PackRows() {}

    /** A pack as the index knows it. */
    record Entry(PackName name, boolean solo, boolean sealed, long length, long dead) {}

    static List<Entry> all(Connection connection) throws SQLException {
        String sql = "SELECT pack_id, generation, solo, sealed, length, dead FROM pack ORDER BY pack_id";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<Entry> packs = new ArrayList<>();
            while (row.next()) {
                packs.add(new Entry(
                        new PackName(row.getLong(1), row.getInt(2)),
                        row.getInt(3) != 0,
                        row.getInt(4) != 0,
                        row.getLong(5),
                        row.getLong(6)));
            }
            return packs;
        }
    }

    /** Committed octets of a pack. */
    static Optional<Long> length(Connection connection, long pack) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT length FROM pack WHERE pack_id = ?")) {
            statement.setLong(1, pack);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    static void insert(Connection tx, Entry pack) throws SQLException {
        String sql = "INSERT INTO pack (pack_id, generation, solo, sealed, length, dead) VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, pack.name().id());
            statement.setInt(2, pack.name().generation());
            statement.setInt(3, pack.solo() ? 1 : 0);
            statement.setInt(4, pack.sealed() ? 1 : 0);
            statement.setLong(5, pack.length());
            statement.setLong(6, pack.dead());
            statement.executeUpdate();
        }
    }

    static void grow(Connection tx, long pack, long length) throws SQLException {
        update(tx, "UPDATE pack SET length = ? WHERE pack_id = ?", length, pack);
    }

    static void seal(Connection tx, long pack) throws SQLException {
        update(tx, "UPDATE pack SET sealed = ? WHERE pack_id = ?", 1, pack);
    }

    /** Notes that {@code octets} more of a pack are of no use. A solo pack is of no use then as a whole, and goes. */
    static void die(Connection tx, long pack, long octets) throws SQLException {
        String sql = "UPDATE pack SET dead = dead + ? WHERE pack_id = ? RETURNING solo";
        boolean solo;
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, octets);
            statement.setLong(2, pack);
            try (ResultSet row = statement.executeQuery()) {
                solo = row.next() && row.getInt(1) != 0;
            }
        }
        if (solo) {
            update(tx, "DELETE FROM pack WHERE solo = ? AND pack_id = ?", 1, pack);
        }
    }

    /** Puts the next generation in the place of {@code before}, of which {@code dead} octets were of no use. */
    static void replace(Connection tx, Entry before, PackName next, long length) throws SQLException {
        String sql = "UPDATE pack SET generation = ?, length = ?, dead = dead - ?"
                + " WHERE pack_id = ? AND generation = ? AND length = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setInt(1, next.generation());
            statement.setLong(2, length);
            statement.setLong(3, before.dead());
            statement.setLong(4, before.name().id());
            statement.setInt(5, before.name().generation());
            statement.setLong(6, before.length());
            if (statement.executeUpdate() != 1) {
                throw new SQLException(before.name().file() + " is not what it was");
            }
        }
    }

    /** Nothing is to be appended to any of the packs there are. */
    static void sealAll(Connection tx) throws SQLException {
        try (PreparedStatement statement = tx.prepareStatement("UPDATE pack SET sealed = 1")) {
            statement.executeUpdate();
        }
    }

    private static void update(Connection tx, String sql, long value, long pack) throws SQLException {
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, value);
            statement.setLong(2, pack);
            statement.executeUpdate();
        }
    }
}
