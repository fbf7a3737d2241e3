// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.time.Clock;
import org.fumibako.api.dns.DnsParts;
import org.fumibako.app.config.Configuration;
import org.fumibako.dns.Resolver;
import org.fumibako.dns.server.ZoneSource;
import org.fumibako.registry.Registry;
import org.fumibako.registry.zone.NameServerWatch;
import org.fumibako.registry.zone.WorldCheck;
import org.fumibako.registry.zone.ZoneEditor;
import org.fumibako.registry.zone.ZoneSettings;
import org.fumibako.registry.zone.Zones;

/** What DNS says of customers' domains: the zones, who changes them, and what the world sees of them. */
public final class CustomerZones implements AutoCloseable {
    private final ZoneSettings settings;
    private final Zones zones;
    private final ZoneEditor editor;
    private final NameServerWatch nameServers;
    private final WorldCheck world;
    private final Resolver names;

    /** @param names what the world's DNS is asked through */
    CustomerZones(Configuration configuration, Ground ground, Registry registry, Resolver names, Clock clock) {
        this.settings = configuration.dns().customers().orElseGet(() -> ZoneSettings.of(configuration.host()));
        this.zones = new Zones(
                ground.registryDatabase(),
                registry.domains(),
                clock,
                settings,
                registry.dkim().published());
        this.editor = new ZoneEditor(zones, ground.journal(), clock, new SpfLookUps(names));
        this.nameServers = new NameServerWatch(ground.registryDatabase(), ground.journal(), clock, settings, names);
        this.world = new WorldCheck(editor, names);
        this.names = names;
    }

    /** For the panel. */
    DnsParts parts(Registry registry) {
        return new DnsParts(editor, nameServers, world, registry.dkim(), settings, names);
    }

    ZoneSource source() {
        return zones;
    }

    public ZoneEditor editor() {
        return editor;
    }

    /** Whom the world asks about domains. */
    public NameServerWatch nameServers() {
        return nameServers;
    }

    /** Whether the world sees what it should. */
    public WorldCheck world() {
        return world;
    }

    void start() {
        zones.start();
        nameServers.start();
    }

    @Override
    public void close() {
        nameServers.close();
        zones.close();
    }
}
