// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.server.Serial;
import org.fumibako.dns.server.Zone;
import org.fumibako.dns.server.ZoneRecord;
import org.fumibako.dns.server.ZoneText;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Sql;

/** The serials of zones: a zone gets a higher one exactly when something else in it has changed. */
final class ZoneVersions {
    private static final String SELECT = "SELECT apex, serial, fingerprint, revision FROM zone";

    private final ZoneComposer composer;
    private final Clock clock;

    ZoneVersions(ZoneComposer composer, Clock clock) {
        this.composer = composer;
        this.clock = clock;
    }

    /** @param fingerprint empty when the zone is not served */
    record Version(DomainName apex, long serial, String fingerprint, long revision) {
        boolean isServed() {
            return !fingerprint.isEmpty();
        }
    }

    /** The zone as its content makes it, under a serial that is new if it is. */
    Zone publish(Connection connection, ZoneContent content) throws SQLException {
        Optional<Version> before = find(connection, content.domain());
        Optional<Zone> same = before.flatMap(version -> zone(content, version));
        if (same.isPresent()) {
            return same.get();
        }
        long last = before.map(Version::serial).orElse(0L);
        Zone zone = composer.zone(content, Serial.next(last, clock.instant()));
        Sql.update(
                connection,
                "INSERT INTO zone (apex, serial, fingerprint, revision) VALUES (?, ?, ?, ?) ON CONFLICT (apex) DO UPDATE"
                        + " SET serial = excluded.serial, fingerprint = excluded.fingerprint, revision = excluded.revision",
                content.domain().ascii(),
                zone.serial(),
                fingerprint(zone),
                Sql.nextId(connection, "zone_revision"));
        return zone;
    }

    /** Whether there was a zone to withdraw. */
    boolean withdraw(Connection connection, DomainName apex) throws SQLException {
        Optional<Version> before = find(connection, apex).filter(Version::isServed);
        if (before.isPresent()) {
            Sql.update(
                    connection,
                    "UPDATE zone SET fingerprint = '', revision = ? WHERE apex = ?",
                    Sql.nextId(connection, "zone_revision"),
                    apex.ascii());
        }
        return before.isPresent();
    }

    /** The zone, if its content still makes this version. */
    Optional<Zone> zone(ZoneContent content, Version version) {
        Zone zone = composer.zone(content, version.serial());
        return fingerprint(zone).equals(version.fingerprint()) ? Optional.of(zone) : Optional.empty();
    }

    Optional<Version> find(Connection connection, DomainName apex) throws SQLException {
        return Sql.first(connection, ZoneVersions::version, SELECT + " WHERE apex = ?", apex.ascii());
    }

    /** What is newer than a revision, oldest first. */
    List<Version> since(Connection connection, long revision) throws SQLException {
        return Sql.list(connection, ZoneVersions::version, SELECT + " WHERE revision > ? ORDER BY revision", revision);
    }

    /** Has every zone get a new serial, above what may have been published since a copy of the database was made. */
    static void renew(Connection connection) throws SQLException {
        Sql.update(connection, "UPDATE zone SET fingerprint = 'renewed' WHERE fingerprint <> ''");
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(DomainName.of(row.getString(1)), row.getLong(2), row.getString(3), row.getLong(4));
    }

    /** A digest of everything but the serial, whatever the order. */
    private static String fingerprint(Zone zone) {
        List<String> lines = zone.records().stream()
                .map(record -> ZoneText.format(
                        List.of(record.data() instanceof RecordData.Soa soa ? unnumbered(record, soa) : record)))
                .sorted()
                .toList();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(String.join("", lines).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ZoneRecord unnumbered(ZoneRecord record, RecordData.Soa soa) {
        RecordData start = new RecordData.Soa(
                soa.primary(), soa.contact(), 0, soa.refresh(), soa.retry(), soa.expire(), soa.minimum());
        return new ZoneRecord(record.name(), record.ttl(), start);
    }
}
