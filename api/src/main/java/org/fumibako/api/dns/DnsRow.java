// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import java.util.Locale;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.server.ZoneRecord;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.ZoneEntry;
import org.jspecify.annotations.Nullable;

/**
 * A record as the panel shows it (ホスト名, 種別, 内容, TTL, 優先度).
 *
 * @param id by which an own record is changed; null for one that is there by itself
 * @param name below the domain; {@code @} is the domain itself
 * @param host the complete name
 * @param content without the priority, a text without quotation marks
 * @param priority of an MX or SRV
 * @param standing {@code own}, {@code automatic}, or {@code replaced}: an automatic one that an own one takes the place of
 */
record DnsRow(
        @Nullable Long id,
        String name,
        String host,
        String type,
        String content,
        long ttlSeconds,
        @Nullable Integer priority,
        String standing) {
    static DnsRow of(DomainName domain, ZoneEntry entry) {
        return of(
                domain,
                entry.record(),
                entry.id().orElse(null),
                entry.standing().name().toLowerCase(Locale.ROOT));
    }

    static DnsRow of(DomainName domain, ZoneRecord record, @Nullable Long id, String standing) {
        RecordData data = record.data();
        return new DnsRow(
                id,
                relative(record.name(), DnsName.of(domain)),
                record.name().text(),
                data.type().toString(),
                content(data),
                record.ttl().toSeconds(),
                priority(data),
                standing);
    }

    private static String relative(DnsName name, DnsName domain) {
        if (name.equals(domain)) {
            return "@";
        }
        String below = "." + domain.text();
        return name.text().endsWith(below)
                ? name.text().substring(0, name.text().length() - below.length())
                : name.text();
    }

    static String content(RecordData data) {
        return switch (data) {
            case RecordData.Mx mx -> mx.exchange().text();
            case RecordData.Txt text -> text.joined();
            case RecordData.Srv srv ->
                srv.weight() + " " + srv.port() + " " + srv.target().text();
            default -> RecordText.format(data);
        };
    }

    private static @Nullable Integer priority(RecordData data) {
        return switch (data) {
            case RecordData.Mx mx -> mx.preference();
            case RecordData.Srv srv -> srv.priority();
            default -> null;
        };
    }
}
