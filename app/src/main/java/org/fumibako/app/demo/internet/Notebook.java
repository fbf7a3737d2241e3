// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What servers remember of their clients. Safe for any number of threads. */
final class Notebook {
    /** Things remembered to have happened; the oldest is forgotten for one more. A line each. */
    static final int MOST = 10_000;

    /** Messages a minute that a server with rations takes. */
    static final int RATION = 10;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Boolean> happened = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };
    private final Map<Host, Deque<Instant>> taken = new HashMap<>();

    Notebook(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether this has not happened before. */
    synchronized boolean first(String event) {
        return happened.put(event, true) == null;
    }

    /** A message was taken. */
    synchronized void took(Host host) {
        recent(host).add(clock.instant());
    }

    /** Whether the ration of this minute is used up. */
    synchronized boolean sated(Host host) {
        return recent(host).size() >= RATION;
    }

    private Deque<Instant> recent(Host host) {
        Deque<Instant> moments = taken.computeIfAbsent(host, _ -> new ArrayDeque<>());
        Instant begin = clock.instant().minus(MINUTE);
        while (!moments.isEmpty() && moments.getFirst().isBefore(begin)) {
            moments.removeFirst();
        }
        return moments;
    }
}
