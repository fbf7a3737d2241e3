// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.fumibako.dns.DnsName;

/**
 * Whom a {@link CachingResolver} asks.
 *
 * @param upstreams asked in order; the one that answered last comes first
 * @param forwards exceptions, of which the longest that fits counts
 * @param patience how long one upstream is waited for the first time; then twice and three times as long
 */
public record ResolverConfig(List<Upstream> upstreams, List<Forward> forwards, Duration patience) {
    /** Answers that need a walk from the root seldom take longer. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofMillis(1500);

    public ResolverConfig {
        upstreams = List.copyOf(upstreams);
        forwards = forwards.stream()
                .sorted(Comparator.comparingInt(
                                (Forward forward) -> forward.under().labels().size())
                        .reversed())
                .toList();
        if (upstreams.isEmpty()) {
            throw new IllegalArgumentException("a resolver needs an upstream");
        }
    }

    public static ResolverConfig of(List<Upstream> upstreams) {
        return new ResolverConfig(upstreams, List.of(), DEFAULT_PATIENCE);
    }

    /** Whom to ask about a name; nobody about one that is local and not forwarded. */
    List<Upstream> upstreamsFor(DnsName name) {
        for (Forward forward : forwards) {
            if (name.isUnder(forward.under())) {
                return forward.upstreams();
            }
        }
        return LocalNames.contains(name) ? List.of() : upstreams;
    }
}
