// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.server.ZoneRecord;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Sql;

/** Customers' records and settings in the database. */
final class ZoneRows {
    static final String SPF = "spf";
    static final String DMARC = "dmarc";

    private static final String RECORDS = "SELECT domain_id, id, name, ttl, type, data FROM dns_record";
    private static final String SETTINGS = "SELECT domain_id, name, value FROM dns_setting";

    private final Map<Long, List<OwnRecord>> records = new HashMap<>();
    private final Map<Long, Map<String, String>> settings = new HashMap<>();

    private ZoneRows() {}

    /** What all domains have. */
    static ZoneRows all(Connection connection) throws SQLException {
        ZoneRows rows = new ZoneRows();
        Sql.list(connection, rows::record, RECORDS + " ORDER BY id");
        Sql.list(connection, rows::setting, SETTINGS);
        return rows;
    }

    /** What some domains have. */
    static ZoneRows of(Connection connection, List<Holding> domains) throws SQLException {
        ZoneRows rows = new ZoneRows();
        for (Holding domain : domains) {
            Sql.list(connection, rows::record, RECORDS + " WHERE domain_id = ? ORDER BY id", domain.id());
            Sql.list(connection, rows::setting, SETTINGS + " WHERE domain_id = ?", domain.id());
        }
        return rows;
    }

    /** @param members the domains of one zone, the apex first */
    ZoneContent content(List<Holding> members, Map<DomainName, List<PublishedKey>> keys) {
        List<ZoneMember> domains = new ArrayList<>();
        List<OwnRecord> own = new ArrayList<>();
        for (Holding member : members) {
            Map<String, String> values = settings.getOrDefault(member.id(), Map.of());
            domains.add(new ZoneMember(
                    member.id(),
                    member.name(),
                    SpfChoice.of(values.getOrDefault(SPF, SpfChoice.standard().text())),
                    Optional.ofNullable(values.get(DMARC)).flatMap(DmarcPolicy::of),
                    keys.getOrDefault(member.name(), List.of())));
            own.addAll(records.getOrDefault(member.id(), List.of()));
        }
        return new ZoneContent(domains, own);
    }

    static void insert(Connection connection, long domain, ZoneRecord record) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO dns_record (id, domain_id, name, ttl, type, data) VALUES (?, ?, ?, ?, ?, ?)",
                Sql.nextId(connection, "dns_record"),
                domain,
                record.name().text(),
                record.ttl().toSeconds(),
                record.data().type().name(),
                RecordText.format(record.data()));
    }

    static void delete(Connection connection, OwnRecord record) throws SQLException {
        Sql.update(connection, "DELETE FROM dns_record WHERE id = ?", record.id());
    }

    static void insert(Connection connection, long domain, ZoneLine.Setting setting) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO dns_setting (domain_id, name, value) VALUES (?, ?, ?)"
                        + " ON CONFLICT (domain_id, name) DO UPDATE SET value = excluded.value",
                domain,
                setting.name(),
                setting.value());
    }

    static void delete(Connection connection, long domain, ZoneLine.Setting setting) throws SQLException {
        Sql.update(connection, "DELETE FROM dns_setting WHERE domain_id = ? AND name = ?", domain, setting.name());
    }

    private OwnRecord record(ResultSet row) throws SQLException {
        OwnRecord record = new OwnRecord(
                row.getLong(2),
                new ZoneRecord(
                        DnsName.of(row.getString(3)),
                        Duration.ofSeconds(row.getLong(4)),
                        RecordText.parse(RecordType.valueOf(row.getString(5)), row.getString(6))));
        records.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(record);
        return record;
    }

    private String setting(ResultSet row) throws SQLException {
        settings.computeIfAbsent(row.getLong(1), _ -> new HashMap<>()).put(row.getString(2), row.getString(3));
        return row.getString(2);
    }
}
