// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fumibako.dns.DnsName;

/** Zones in memory, for samples and tests. */
public final class MemoryZones implements ZoneSource {
    private final Map<DnsName, Zone> zones = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public MemoryZones(Zone... first) {
        for (Zone zone : first) {
            zones.put(zone.apex(), zone);
        }
    }

    @Override
    public List<Zone> zones() {
        return List.copyOf(zones.values());
    }

    @Override
    public void onChange(Listener listener) {
        listeners.add(listener);
    }

    public synchronized void replace(Zone zone) {
        zones.put(zone.apex(), zone);
        listeners.forEach(listener -> listener.replaced(zone));
    }

    public synchronized void remove(DnsName apex) {
        zones.remove(apex);
        listeners.forEach(listener -> listener.removed(apex));
    }
}
