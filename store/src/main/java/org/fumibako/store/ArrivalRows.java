// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.model.AccountId;
import org.fumibako.store.pack.Location;

/** Statements that only {@link Arrivals} needs. */
final class ArrivalRows {
    private ArrivalRows() {}

    /** A log pack, and whether nothing more is appended to it. */
    record Pack(long id, boolean sealed) {}

    static List<Pack> logs(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT pack_id, sealed FROM pack WHERE solo = 0 ORDER BY pack_id");
                ResultSet row = statement.executeQuery()) {
            List<Pack> packs = new ArrayList<>();
            while (row.next()) {
                packs.add(new Pack(row.getLong(1), row.getInt(2) != 0));
            }
            return packs;
        }
    }

    /** Contents that were written in log pack {@code pack}, after {@code last}, in order. */
    static List<Arrivals.Arrival> page(Connection connection, long pack, long last, int most) throws SQLException {
        String sql = "SELECT " + ContentRows.LOCATION + ", c.content_id, c.envelope, c.structure FROM content c"
                + " JOIN pack p ON p.pack_id = c.pack_id WHERE c.content_id BETWEEN ? AND ?"
                + " ORDER BY c.content_id LIMIT ?";
        List<Arrivals.Arrival> page = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, first(pack, last));
            statement.setLong(2, end(pack));
            statement.setInt(3, most);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.add(new Arrivals.Arrival(
                            row.getLong(7), List.of(), row.getBytes(8), row.getBytes(9), ContentRows.location(row, 1)));
                }
            }
        }
        return page.isEmpty() ? page : withAccounts(connection, page);
    }

    private static List<Arrivals.Arrival> withAccounts(Connection connection, List<Arrivals.Arrival> page)
            throws SQLException {
        Map<Long, List<AccountId>> accounts = new HashMap<>();
        String sql = "SELECT DISTINCT content_id, account_id FROM message WHERE content_id BETWEEN ? AND ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, page.getFirst().contentId());
            statement.setLong(2, page.getLast().contentId());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    accounts.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new AccountId(row.getLong(2)));
                }
            }
        }
        return page.stream()
                .map(bare -> new Arrivals.Arrival(
                        bare.contentId(),
                        accounts.getOrDefault(bare.contentId(), List.of()),
                        bare.envelope(),
                        bare.structure(),
                        bare.location()))
                .toList();
    }

    static long count(Connection connection, long pack, long last) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT COUNT(*) FROM content WHERE content_id BETWEEN ? AND ?")) {
            statement.setLong(1, first(pack, last));
            statement.setLong(2, end(pack));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static Set<Long> present(Connection connection, long first, long last) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT content_id FROM content WHERE content_id BETWEEN ? AND ?")) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            Set<Long> ids = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        }
    }

    static Optional<Location> locate(Connection connection, long contentId) throws SQLException {
        String sql = "SELECT " + ContentRows.LOCATION
                + " FROM content c JOIN pack p ON p.pack_id = c.pack_id WHERE c.content_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, contentId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(ContentRows.location(row, 1)) : Optional.empty();
            }
        }
    }

    private static long first(long pack, long last) {
        return Math.max(AppendChange.contentId(pack, 0), last + 1);
    }

    private static long end(long pack) {
        return AppendChange.contentId(pack + 1, 0) - 1;
    }
}
