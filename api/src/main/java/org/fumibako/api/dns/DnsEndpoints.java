// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import static org.fumibako.api.dns.Refusals.explaining;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Method;

/** Everything about DNS. */
public final class DnsEndpoints {
    private final DnsParts parts;
    private final InstantSource clock;

    public DnsEndpoints(DnsParts parts, InstantSource clock) {
        this.parts = parts;
        this.clock = clock;
    }

    public List<Endpoint<?, ?>> all() {
        List<Endpoint<?, ?>> all = new ArrayList<>(new RecordEndpoints(parts.editor()).all());
        all.addAll(new PolicyEndpoints(parts).all());
        all.add(Endpoint.of(Method.GET, "/api/domains/{domain}/name-servers", "showNameServers")
                .says("Whom the world asks about the domain, as last seen")
                .may(Access.DOMAIN)
                .gives(NameServersView.class)
                .by(call -> NameServersView.of(
                        parts.nameServers().state(call.theDomain().name()), parts.settings(), clock.instant())));
        all.add(Endpoint.of(Method.POST, "/api/domains/{domain}/name-servers/check", "checkNameServers")
                .says("Looks now whom the world asks")
                .may(Access.DOMAIN)
                .gives(NameServersView.class)
                .by(call -> NameServersView.of(
                        parts.nameServers().check(call.theDomain().name()), parts.settings(), clock.instant())));
        all.add(Endpoint.of(Method.GET, "/api/domains/{domain}/dns/world", "showDnsOfWorld")
                .says("The records that the domain should have, and whether the world sees them; takes some seconds")
                .may(Access.DOMAIN)
                .gives(WorldView.class)
                .refuses(Refusals.all())
                .by(explaining(call -> WorldView.of(
                        call.theDomain().name(),
                        parts.world().check(call.theDomain().name())))));
        return all;
    }
}
