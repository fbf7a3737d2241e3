// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.resolver.Forward;
import org.fumibako.dns.resolver.Upstream;
import org.fumibako.dns.server.DnsServerConfig.RateLimit;
import org.fumibako.dns.server.Secondary;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.ZoneSettings;

/**
 * Whom the resolver asks, and what the name server serves.
 *
 * @param upstreams empty means those of the machine's {@code resolv.conf}
 * @param rate how often the name server gives one network the same answer
 * @param zones files of zones that belong to no customer
 * @param customers what stands in every customer's zone; empty means what follows from the host alone
 * @param blocklists zones of blocklists that {@code admin host check} asks about the host
 */
public record DnsSettings(
        List<Upstream> upstreams,
        List<Forward> forwards,
        RateLimit rate,
        List<Path> zones,
        List<Secondary> secondaries,
        Optional<ZoneSettings> customers,
        List<DomainName> blocklists) {
    /** Asks whom the machine asks, and serves only customers' zones. */
    public static final DnsSettings DEFAULT =
            new DnsSettings(List.of(), List.of(), RateLimit.DEFAULT, List.of(), List.of(), Optional.empty(), List.of());

    public DnsSettings {
        upstreams = List.copyOf(upstreams);
        forwards = List.copyOf(forwards);
        zones = List.copyOf(zones);
        secondaries = List.copyOf(secondaries);
        blocklists = List.copyOf(blocklists);
    }
}
