// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.server.Serial;
import org.fumibako.dns.server.Zone;
import org.fumibako.dns.server.ZoneSource;

/** Two sources as one. A zone that both have is the first one's: what an operator writes into a file goes before what is automatic. */
final class ZoneSources implements ZoneSource {
    private final ZoneSource first;
    private final ZoneSource second;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** What the first has, and what the second has: guarded by this, so that one zone's changes stay in order. */
    private final Map<DnsName, Zone> before = new HashMap<>();

    private final Map<DnsName, Zone> behind = new HashMap<>();

    ZoneSources(ZoneSource first, ZoneSource second) {
        this.first = first;
        this.second = second;
        first.onChange(new First());
        second.onChange(new Second());
    }

    @Override
    public List<Zone> zones() {
        List<Zone> ones = first.zones();
        List<Zone> others = second.zones();
        synchronized (this) {
            ones.forEach(zone -> before.merge(zone.apex(), zone, ZoneSources::newer));
            others.forEach(zone -> behind.merge(zone.apex(), zone, ZoneSources::newer));
            Map<DnsName, Zone> all = new HashMap<>(behind);
            all.putAll(before);
            return new ArrayList<>(all.values());
        }
    }

    @Override
    public void onChange(Listener listener) {
        listeners.add(listener);
    }

    /** A change may have been told while the zones were read. */
    private static Zone newer(Zone one, Zone other) {
        return Serial.isAfter(one.serial(), other.serial()) ? one : other;
    }

    private final class First implements Listener {
        @Override
        public void replaced(Zone zone) {
            synchronized (ZoneSources.this) {
                before.put(zone.apex(), zone);
                listeners.forEach(listener -> listener.replaced(zone));
            }
        }

        @Override
        public void removed(DnsName apex) {
            synchronized (ZoneSources.this) {
                before.remove(apex);
                Zone other = behind.get(apex);
                listeners.forEach(listener -> {
                    listener.removed(apex);
                    if (other != null) {
                        listener.replaced(other);
                    }
                });
            }
        }
    }

    private final class Second implements Listener {
        @Override
        public void replaced(Zone zone) {
            synchronized (ZoneSources.this) {
                behind.put(zone.apex(), zone);
                if (!before.containsKey(zone.apex())) {
                    listeners.forEach(listener -> listener.replaced(zone));
                }
            }
        }

        @Override
        public void removed(DnsName apex) {
            synchronized (ZoneSources.this) {
                behind.remove(apex);
                if (!before.containsKey(apex)) {
                    listeners.forEach(listener -> listener.removed(apex));
                }
            }
        }
    }
}
