// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.DnsName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The zones that are served. Readers see each change whole; changes happen one after another. */
final class ZoneTable {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneTable.class);

    private final Map<DnsName, ServedZone> byApex = new HashMap<>();
    private volatile NameTable<ServedZone> table = new NameTable<>(Map.of());

    /** Puts many zones in at once. */
    synchronized void load(List<Zone> zones) {
        for (Zone zone : zones) {
            byApex.computeIfAbsent(zone.apex(), _ -> ServedZone.first(zone));
        }
        table = new NameTable<>(byApex);
    }

    /**
     * Puts a zone in, or in the place of its older version.
     *
     * @return whether it is served now: not when its serial is not newer, because secondaries would not notice it
     */
    synchronized boolean replace(Zone zone) {
        ServedZone before = byApex.get(zone.apex());
        if (before != null && before.zone().equals(zone)) {
            return false;
        }
        if (before != null && !Serial.isAfter(zone.serial(), before.zone().serial())) {
            LOG.error(
                    "dns: zone {} not replaced: its serial {} is not after {}",
                    zone.apex(),
                    zone.serial(),
                    before.zone().serial());
            return false;
        }
        byApex.put(zone.apex(), before == null ? ServedZone.first(zone) : before.next(zone));
        table = new NameTable<>(byApex);
        return true;
    }

    synchronized void remove(DnsName apex) {
        byApex.remove(apex);
        table = new NameTable<>(byApex);
    }

    synchronized Optional<ServedZone> at(DnsName apex) {
        return Optional.ofNullable(byApex.get(apex));
    }

    /** The zone that a name is in: the one with the longest apex. */
    @Nullable
    ServedZone find(QuestionName name) {
        NameTable<ServedZone> now = table;
        for (int label = 0; label < name.labels(); label++) {
            ServedZone zone = now.get(name, label);
            if (zone != null) {
                return zone;
            }
        }
        return null;
    }
}
