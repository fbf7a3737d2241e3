// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fumibako.registry.Sql;

/** The last changes of zones, each with what is needed to take it back. */
final class ZoneHistory {
    /** Changes kept for a domain. */
    static final int KEPT = 50;

    private static final String SELECT =
            "SELECT id, made, who, what, undone, removed, added FROM dns_change WHERE domain_id = ?";

    private ZoneHistory() {}

    /** A change with the lines that it took away and put there. */
    record Entry(ZoneChange change, List<ZoneLine> removed, List<ZoneLine> added) {}

    static void add(Connection connection, long domain, Entry entry) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO dns_change (id, domain_id, made, who, what, removed, added, undone)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, FALSE)",
                Sql.nextId(connection, "dns_change"),
                domain,
                entry.change().at().toEpochMilli(),
                entry.change().who(),
                entry.change().what(),
                ZoneLine.text(entry.removed()),
                ZoneLine.text(entry.added()));
        Sql.update(
                connection,
                "DELETE FROM dns_change WHERE domain_id = ? AND id NOT IN"
                        + " (SELECT id FROM dns_change WHERE domain_id = ? ORDER BY id DESC LIMIT " + KEPT + ")",
                domain,
                domain);
    }

    /** The changes of a zone, the newest first. */
    static List<Entry> of(Connection connection, ZoneContent zone) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        for (ZoneMember member : zone.members()) {
            entries.addAll(Sql.list(connection, ZoneHistory::entry, SELECT, member.id()));
        }
        entries.sort(
                Comparator.comparingLong((Entry entry) -> entry.change().id()).reversed());
        return entries;
    }

    static Optional<Entry> toUndo(Connection connection, ZoneContent zone) throws SQLException {
        return of(connection, zone).stream()
                .filter(entry -> !entry.change().undone())
                .findFirst();
    }

    static void undone(Connection connection, long id) throws SQLException {
        Sql.update(connection, "UPDATE dns_change SET undone = TRUE WHERE id = ?", id);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new ZoneChange(
                        row.getLong(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5)),
                ZoneLine.parse(row.getString(6)),
                ZoneLine.parse(row.getString(7)));
    }
}
