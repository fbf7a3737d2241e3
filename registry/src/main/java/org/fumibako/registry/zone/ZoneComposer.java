// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.server.Zone;
import org.fumibako.dns.server.ZoneRecord;

/** Puts a zone together. What is automatic makes room for what a customer wrote, and is back when that is gone. */
final class ZoneComposer {
    private static final Duration REFRESH = Duration.ofHours(2);
    private static final Duration RETRY = Duration.ofMinutes(15);
    private static final Duration EXPIRE = Duration.ofDays(14);

    /** How long a name that does not exist is believed not to: short, because it may be added the next minute. */
    private static final Duration MINIMUM = Duration.ofMinutes(5);

    private final ZoneSettings settings;
    private final AutomaticRecords automatic;

    ZoneComposer(ZoneSettings settings) {
        this.settings = settings;
        this.automatic = new AutomaticRecords(settings);
    }

    /** @throws IllegalArgumentException when the own records do not make a zone */
    Zone zone(ZoneContent content, long serial) {
        List<ZoneRecord> records = new ArrayList<>();
        records.add(new ZoneRecord(content.apex(), AutomaticRecords.TTL, soa(serial)));
        settings.nameServers()
                .forEach(server -> records.add(
                        new ZoneRecord(content.apex(), AutomaticRecords.TTL, new RecordData.Ns(DnsName.of(server)))));
        entries(content).stream()
                .filter(entry -> entry.standing() != ZoneEntry.Standing.REPLACED)
                .map(ZoneEntry::record)
                .forEach(records::add);
        return new Zone(content.apex(), records);
    }

    /** The customer's records and the automatic ones, with what became of them. */
    List<ZoneEntry> entries(ZoneContent content) {
        Own own = new Own(content);
        List<ZoneEntry> entries = new ArrayList<>();
        content.own()
                .forEach(record ->
                        entries.add(new ZoneEntry(record.record(), ZoneEntry.Standing.OWN, Optional.of(record.id()))));
        for (ZoneRecord record : automatic.of(content)) {
            boolean replaced = own.replaces(record);
            entries.add(new ZoneEntry(
                    replaced ? record : own.withTtl(record),
                    replaced ? ZoneEntry.Standing.REPLACED : ZoneEntry.Standing.AUTOMATIC,
                    Optional.empty()));
        }
        return entries;
    }

    private RecordData.Soa soa(long serial) {
        DnsName primary = DnsName.of(settings.nameServers().getFirst());
        return new RecordData.Soa(primary, settings.contact(), serial, REFRESH, RETRY, EXPIRE, MINIMUM);
    }

    /** The customer's records by name and type. */
    private static final class Own {
        private final DnsName apex;
        private final Map<DnsName, Map<RecordType, List<ZoneRecord>>> names = new HashMap<>();

        Own(ZoneContent content) {
            this.apex = content.apex();
            for (OwnRecord record : content.own()) {
                names.computeIfAbsent(record.name(), _ -> new EnumMap<>(RecordType.class))
                        .computeIfAbsent(record.data().type(), _ -> new ArrayList<>())
                        .add(record.record());
            }
        }

        boolean replaces(ZoneRecord automatic) {
            Map<RecordType, List<ZoneRecord>> here = at(automatic.name());
            boolean alias = here.containsKey(RecordType.CNAME)
                    || (automatic.data().type() == RecordType.CNAME && !here.isEmpty());
            List<ZoneRecord> same = here.getOrDefault(automatic.data().type(), List.of());
            boolean instead = automatic.data() instanceof RecordData.Txt text
                    ? same.stream().anyMatch(own -> isInstead((RecordData.Txt) own.data(), text))
                    : !same.isEmpty();
            return alias || instead || isDelegated(automatic.name()) || isMailElsewhere(automatic);
        }

        /** Records of one name and type have one TTL (RFC 2181 §5.2): the customer's. */
        ZoneRecord withTtl(ZoneRecord automatic) {
            return at(automatic.name()).getOrDefault(automatic.data().type(), List.of()).stream()
                    .findFirst()
                    .map(own -> new ZoneRecord(automatic.name(), own.ttl(), automatic.data()))
                    .orElse(automatic);
        }

        /** Texts live side by side unless they serve the same purpose; keys of a signature have a name of their own. */
        private static boolean isInstead(RecordData.Txt own, RecordData.Txt automatic) {
            String purpose = Texts.purpose(automatic);
            return purpose.isEmpty() || purpose.equals("v=dkim1") || purpose.equals(Texts.purpose(own));
        }

        private boolean isDelegated(DnsName name) {
            DnsName at = name;
            while (!at.equals(apex)) {
                if (at(at).containsKey(RecordType.NS)) {
                    return true;
                }
                at = at.parent().orElseThrow();
            }
            return false;
        }

        /** The policy for mail to our exchange says nothing of somebody else's. */
        private boolean isMailElsewhere(ZoneRecord automatic) {
            String first = automatic.name().labels().getFirst();
            if (!first.equals("_mta-sts") && !first.equals("mta-sts")) {
                return false;
            }
            Map<RecordType, List<ZoneRecord>> above =
                    at(automatic.name().parent().orElseThrow());
            return above.containsKey(RecordType.MX) || above.containsKey(RecordType.CNAME);
        }

        private Map<RecordType, List<ZoneRecord>> at(DnsName name) {
            return names.getOrDefault(name, Map.of());
        }
    }
}
