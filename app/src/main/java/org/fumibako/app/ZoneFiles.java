// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.server.MemoryZones;
import org.fumibako.dns.server.Serial;
import org.fumibako.dns.server.Zone;
import org.fumibako.dns.server.ZoneSource;
import org.fumibako.dns.server.ZoneText;

/** The zones that the operator keeps in files: the host's own, and those of addresses. Read at the start, and when told to. */
public final class ZoneFiles {
    private final List<Path> files;
    private final MemoryZones zones;

    private ZoneFiles(List<Path> files, MemoryZones zones) {
        this.files = files;
        this.zones = zones;
    }

    /** @throws StartException when a file is no zone */
    static ZoneFiles open(List<Path> files) {
        try {
            return new ZoneFiles(files, new MemoryZones(read(files).values().toArray(Zone[]::new)));
        } catch (IOException | IllegalArgumentException wrong) {
            throw new StartException(wrong.getMessage() + ".", wrong);
        }
    }

    ZoneSource source() {
        return zones;
    }

    /**
     * Reads the files again; either all zones are as the files have them afterwards, or none has changed.
     *
     * @return how many zones have changed
     * @throws IllegalArgumentException when a file is no zone, or a zone has changed but its serial is not newer
     */
    public synchronized int reload() throws IOException {
        Map<DnsName, Zone> now = read(files);
        Map<DnsName, Zone> changed = new HashMap<>(now);
        for (Zone before : zones.zones()) {
            Zone after = now.get(before.apex());
            if (before.equals(after)) {
                changed.remove(before.apex());
            } else if (after != null && !Serial.isAfter(after.serial(), before.serial())) {
                throw new IllegalArgumentException("zone " + before.apex() + " has changed, but its serial "
                        + after.serial() + " is not after " + before.serial());
            }
        }
        changed.values().forEach(zones::replace);
        return changed.size();
    }

    private static Map<DnsName, Zone> read(List<Path> files) throws IOException {
        Map<DnsName, Zone> zones = new HashMap<>();
        for (Path file : files) {
            try {
                Zone zone = ZoneText.parse(Files.readString(file));
                if (zones.put(zone.apex(), zone) != null) {
                    throw new IllegalArgumentException("zone " + zone.apex() + " is in two files");
                }
            } catch (IOException | IllegalArgumentException wrong) {
                throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
            }
        }
        return zones;
    }
}
