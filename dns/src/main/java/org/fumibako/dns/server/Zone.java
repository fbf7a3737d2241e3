// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;

/**
 * A zone that can be served: one SOA at the apex, name servers, everything below the apex, an alias alone at its name
 * (RFC 1034 §3.6.2), no record twice, and one TTL for all records of a name and type (RFC 2181 §5.2).
 */
public record Zone(DnsName apex, List<ZoneRecord> records) {
    /** Records in a zone: a customer's domain has tens; this keeps a transfer and a change within seconds. */
    public static final int MAX_RECORDS = 100_000;

    /** Records of one name and type, so that every answer fits into a message with room to spare. */
    public static final int MAX_SET = 200;

    /** Octets of data in a record, so that it fits into one message of a transfer. Eight times what anybody needs for a key. */
    public static final int MAX_DATA = 0x4000;

    /** @throws IllegalArgumentException when it cannot be served; the message says why */
    public Zone {
        records = List.copyOf(records);
        check(!apex.equals(DnsName.ROOT), apex, "the root is not ours");
        check(records.size() <= MAX_RECORDS, apex, "more than " + MAX_RECORDS + " records");
        new Rules(apex).check(records);
    }

    /** The record that begins the zone. */
    public ZoneRecord start() {
        return start(records.stream()).orElseThrow();
    }

    public RecordData.Soa soa() {
        return (RecordData.Soa) start().data();
    }

    public long serial() {
        return soa().serial();
    }

    private static Optional<ZoneRecord> start(Stream<ZoneRecord> records) {
        return records.filter(record -> record.data().type() == RecordType.SOA).findFirst();
    }

    private static void check(boolean holds, DnsName name, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + otherwise);
        }
    }

    /** Looks at every record once. */
    private static final class Rules {
        private final DnsName apex;
        private final Map<DnsName, Map<RecordType, List<ZoneRecord>>> names = new HashMap<>();

        Rules(DnsName apex) {
            this.apex = apex;
        }

        void check(List<ZoneRecord> records) {
            Set<Map.Entry<DnsName, RecordData>> seen = new HashSet<>();
            for (ZoneRecord record : records) {
                DnsName name = record.name();
                Zone.check(name.isUnder(apex), name, "not in the zone " + apex);
                Zone.check(size(record.data()) <= MAX_DATA, name, "a record longer than " + MAX_DATA + " octets");
                Zone.check(seen.add(Map.entry(name, record.data())), name, "the same record twice");
                names.computeIfAbsent(name, _ -> new EnumMap<>(RecordType.class))
                        .merge(record.data().type(), List.of(record), Rules::both);
            }
            names.forEach(this::check);
            Map<RecordType, List<ZoneRecord>> top = names.getOrDefault(apex, Map.of());
            Zone.check(top.containsKey(RecordType.SOA), apex, "no SOA");
            Zone.check(top.containsKey(RecordType.NS), apex, "no name servers");
        }

        private void check(DnsName name, Map<RecordType, List<ZoneRecord>> sets) {
            boolean alias = sets.containsKey(RecordType.CNAME);
            Zone.check(!alias || sets.size() == 1, name, "an alias beside other records");
            sets.forEach((type, set) -> {
                boolean single = type == RecordType.CNAME || type == RecordType.SOA;
                Zone.check(set.size() <= (single ? 1 : MAX_SET), name, "too many records of type " + type);
                Zone.check(type != RecordType.SOA || name.equals(apex), name, "an SOA below the apex");
                long ttls = set.stream().map(ZoneRecord::ttl).distinct().count();
                Zone.check(ttls == 1, name, "several TTLs for records of type " + type);
            });
        }

        private static int size(RecordData data) {
            return switch (data) {
                case RecordData.Txt txt ->
                    txt.strings().stream()
                            .mapToInt(string -> string.length() + 1)
                            .sum();
                case RecordData.Caa caa -> caa.value().length();
                case RecordData.Tlsa tlsa -> tlsa.data().length;
                case RecordData.A _,
                        RecordData.Aaaa _,
                        RecordData.Cname _,
                        RecordData.Mx _,
                        RecordData.Ns _,
                        RecordData.Ptr _,
                        RecordData.Soa _,
                        RecordData.Srv _ -> 0;
            };
        }

        private static List<ZoneRecord> both(List<ZoneRecord> before, List<ZoneRecord> added) {
            return Stream.concat(before.stream(), added.stream()).toList();
        }
    }
}
