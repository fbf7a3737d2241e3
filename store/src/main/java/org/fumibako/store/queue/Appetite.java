// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.model.DomainName;

/**
 * How much a sender would claim: so many recipients, but of no lane, and of no lane's mail to one domain, so many that with
 * those it holds already it would have more than a share.
 */
public record Appetite(
        int recipients, Map<Long, Integer> byLane, int laneShare, Map<Way, Integer> byWay, int wayShare) {
    public Appetite {
        byLane = Map.copyOf(byLane);
        byWay = Map.copyOf(byWay);
    }

    /** A lane's mail to one domain. */
    public record Way(long lane, DomainName domain) {}

    /** Of everything. */
    public static Appetite of(int recipients) {
        return new Appetite(recipients, Map.of(), recipients, Map.of(), recipients);
    }

    /** Lanes of which there is enough. */
    public Set<Long> fullLanes() {
        return full(byLane, laneShare);
    }

    /** Ways of which there is enough. */
    public Set<Way> fullWays() {
        return full(byWay, wayShare);
    }

    private static <K> Set<K> full(Map<K, Integer> held, int share) {
        return held.entrySet().stream()
                .filter(entry -> entry.getValue() >= share)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
