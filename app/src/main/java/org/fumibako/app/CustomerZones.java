// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.time.Clock;
import org.fumibako.app.config.Configuration;
import org.fumibako.dns.Resolver;
import org.fumibako.dns.server.ZoneSource;
import org.fumibako.registry.Registry;
import org.fumibako.registry.zone.ZoneEditor;
import org.fumibako.registry.zone.ZoneSettings;
import org.fumibako.registry.zone.Zones;

/** What DNS says of customers' domains: the zones, and who changes them. */
public final class CustomerZones implements AutoCloseable {
    private final Zones zones;
    private final ZoneEditor editor;

    /** @param names what the world's DNS is asked through */
    CustomerZones(Configuration configuration, Ground ground, Registry registry, Resolver names, Clock clock) {
        ZoneSettings settings = configuration.dns().customers().orElseGet(() -> ZoneSettings.of(configuration.host()));
        this.zones = new Zones(
                ground.registryDatabase(),
                registry.domains(),
                clock,
                settings,
                registry.dkim().published());
        this.editor = new ZoneEditor(zones, ground.journal(), clock, new SpfLookUps(names));
    }

    ZoneSource source() {
        return zones;
    }

    public ZoneEditor editor() {
        return editor;
    }

    void start() {
        zones.start();
    }

    @Override
    public void close() {
        zones.close();
    }
}
