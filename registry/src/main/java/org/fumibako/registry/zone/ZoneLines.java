// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.server.ZoneRecord;
import org.fumibako.model.DomainName;
import org.fumibako.registry.RegistryException;

/** What a customer has set in a zone as lines: read from rows, and written back by their difference. */
final class ZoneLines {
    private ZoneLines() {}

    static List<ZoneLine> of(ZoneContent content) {
        List<ZoneLine> lines = new ArrayList<>();
        content.own().forEach(record -> lines.add(new ZoneLine.Of(record.record())));
        for (ZoneMember member : content.members()) {
            if (!(member.spf() instanceof SpfChoice.Standard)) {
                lines.add(spf(member.name(), member.spf()));
            }
            member.dmarc().ifPresent(policy -> lines.add(dmarc(member.name(), policy)));
        }
        return lines;
    }

    static ZoneLine.Setting spf(DomainName domain, SpfChoice choice) {
        return new ZoneLine.Setting(domain, ZoneRows.SPF, choice.text());
    }

    static ZoneLine.Setting dmarc(DomainName domain, DmarcPolicy policy) {
        return new ZoneLine.Setting(domain, ZoneRows.DMARC, policy.word());
    }

    static List<ZoneRecord> records(List<ZoneLine> lines) {
        return lines.stream()
                .filter(ZoneLine.Of.class::isInstance)
                .map(line -> ((ZoneLine.Of) line).record())
                .toList();
    }

    /** What is in one list and not in the other; no line is in a list twice. */
    static List<ZoneLine> missing(List<ZoneLine> from, List<ZoneLine> in) {
        return from.stream().filter(line -> !in.contains(line)).toList();
    }

    /** Takes lines away, then adds some. */
    static void write(Connection connection, ZoneContent before, List<ZoneLine> removed, List<ZoneLine> added)
            throws SQLException {
        for (ZoneLine line : removed) {
            switch (line) {
                case ZoneLine.Of of -> {
                    for (OwnRecord record : before.own()) {
                        if (record.record().equals(of.record())) {
                            ZoneRows.delete(connection, record);
                        }
                    }
                }
                case ZoneLine.Setting setting -> ZoneRows.delete(connection, id(before, setting.domain()), setting);
            }
        }
        for (ZoneLine line : added) {
            switch (line) {
                case ZoneLine.Of of -> ZoneRows.insert(connection, nearest(before, of.record()), of.record());
                case ZoneLine.Setting setting -> ZoneRows.insert(connection, id(before, setting.domain()), setting);
            }
        }
    }

    private static long id(ZoneContent content, DomainName domain) {
        return content.members().stream()
                .filter(member -> member.name().equals(domain))
                .findFirst()
                .orElseThrow(() -> RegistryException.notFound("domain " + domain + " any more"))
                .id();
    }

    /** The domain with the longest name that the record is at or below. */
    private static long nearest(ZoneContent content, ZoneRecord record) {
        return content.members().stream()
                .filter(member -> record.name().isUnder(DnsName.of(member.name())))
                .max(Comparator.comparingInt(
                        (ZoneMember member) -> member.name().ascii().length()))
                .orElseThrow()
                .id();
    }
}
