// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;

/** A zone as it is served now, and how it came to be: the last changes, for secondaries that had an older version. Immutable. */
final class ServedZone {
    /** Changes kept; a secondary that is further behind takes the whole zone. */
    static final int MAX_CHANGES = 32;

    private final ZoneIndex index;
    private final List<Change> changes;

    /** What one version had and the next has not, and the other way round, both without their SOA. */
    record Change(ZoneRecord before, List<ZoneRecord> removed, ZoneRecord after, List<ZoneRecord> added) {
        int size() {
            return 2 + removed.size() + added.size();
        }
    }

    private ServedZone(Zone zone, List<Change> changes) {
        this.index = new ZoneIndex(zone);
        this.changes = changes;
    }

    static ServedZone first(Zone zone) {
        return new ServedZone(zone, List.of());
    }

    Zone zone() {
        return index.zone();
    }

    ZoneIndex index() {
        return index;
    }

    ServedZone next(Zone zone) {
        List<Change> all = new ArrayList<>(changes);
        all.add(change(zone(), zone));
        int size = all.stream().mapToInt(Change::size).sum();
        // More change than zone is longer to send than the zone itself (RFC 1995 §5).
        while (!all.isEmpty()
                && (all.size() > MAX_CHANGES || size > zone.records().size())) {
            size -= all.removeFirst().size();
        }
        return new ServedZone(zone, List.copyOf(all));
    }

    /** The changes that lead from a version to this one, oldest first; empty when they are not kept. */
    Optional<List<Change>> since(long serial) {
        for (int i = 0; i < changes.size(); i++) {
            if (((RecordData.Soa) changes.get(i).before().data()).serial() == serial) {
                return Optional.of(changes.subList(i, changes.size()));
            }
        }
        return Optional.empty();
    }

    private static Change change(Zone before, Zone after) {
        return new Change(before.start(), missing(before, after), after.start(), missing(after, before));
    }

    private static List<ZoneRecord> missing(Zone from, Zone in) {
        Set<ZoneRecord> there = new HashSet<>(in.records());
        return from.records().stream()
                .filter(record -> record.data().type() != RecordType.SOA && !there.contains(record))
                .toList();
    }
}
