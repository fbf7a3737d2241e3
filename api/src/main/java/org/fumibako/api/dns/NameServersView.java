// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.Names;
import org.fumibako.dns.DnsName;
import org.fumibako.registry.zone.NameServerState;
import org.fumibako.registry.zone.ZoneSettings;
import org.jspecify.annotations.Nullable;

/**
 * Whom the world asks about a domain.
 *
 * @param standing {@code ours}, {@code partly-ours}, {@code elsewhere}, {@code not-delegated}, or {@code unknown} until it was looked at
 * @param servers those that the world asks
 * @param ours those to set
 * @param since when it was first seen so
 * @param settledAt when everybody has seen the last change: 24 hours later; null when nothing is under way
 */
record NameServersView(
        String standing,
        List<String> servers,
        List<String> ours,
        @Nullable Instant since,
        @Nullable Instant checked,
        @Nullable Instant settledAt) {
    static NameServersView of(Optional<NameServerState> state, ZoneSettings settings, Instant now) {
        List<String> ours =
                settings.nameServers().stream().map(Object::toString).toList();
        return state.map(seen -> new NameServersView(
                        Names.kebab(seen.standing()),
                        seen.servers().stream().map(DnsName::text).toList(),
                        ours,
                        seen.since(),
                        seen.checked(),
                        seen.isSettling(now) ? seen.since().plus(NameServerState.SETTLING) : null))
                .orElseGet(() -> new NameServersView("unknown", List.of(), ours, null, null, null));
    }
}
