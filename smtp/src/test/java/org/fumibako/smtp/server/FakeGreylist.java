// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fumibako.registry.filter.Greylist;

/** A greylist in memory that forgets nothing. */
final class FakeGreylist implements Greylist {
    private final Map<String, Instant> letters = new ConcurrentHashMap<>();
    private final Set<String> networks = ConcurrentHashMap.newKeySet();

    @Override
    public Answer meet(String network, String letter, Instant now) {
        if (networks.contains(network)) {
            return Answer.PASS;
        }
        Instant first = letters.computeIfAbsent(letter, _ -> now);
        if (now.isBefore(first.plus(SHORTEST_WAIT))) {
            return Answer.WAIT;
        }
        networks.add(network);
        return Answer.PASS;
    }
}
