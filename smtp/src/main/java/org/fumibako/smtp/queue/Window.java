// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Predicate;
import org.fumibako.smtp.client.NextHop;
import org.fumibako.store.queue.Claim;

/**
 * Claims that wait in memory for their turn, by lane and next hop; within both first come, first served. Guarded by the
 * runner's monitor.
 */
final class Window {
    /** A claim and where it goes. */
    record Entry(Claim claim, NextHop hop) {}

    private final SequencedMap<Long, SequencedMap<String, Deque<Entry>>> lanes = new LinkedHashMap<>();
    private final Map<String, SequencedSet<Long>> lanesOfHop = new HashMap<>();

    void add(Entry entry) {
        long lane = entry.claim().lane();
        String hop = entry.hop().key();
        lanes.computeIfAbsent(lane, _ -> new LinkedHashMap<>())
                .computeIfAbsent(hop, _ -> new ArrayDeque<>())
                .add(entry);
        lanesOfHop.computeIfAbsent(hop, _ -> new LinkedHashSet<>()).add(lane);
    }

    /** The next one for a hop, of the lane whose turn it is there. */
    Optional<Entry> next(String hop) {
        SequencedSet<Long> waiting = lanesOfHop.get(hop);
        return waiting == null ? Optional.empty() : Optional.of(remove(waiting.getFirst(), hop));
    }

    /** The next one of the lane whose turn it is, for any hop that is {@code free}. */
    Optional<Entry> next(Predicate<String> free) {
        if (lanesOfHop.keySet().stream().noneMatch(free)) {
            return Optional.empty();
        }
        for (Map.Entry<Long, SequencedMap<String, Deque<Entry>>> lane : lanes.entrySet()) {
            for (String hop : lane.getValue().keySet()) {
                if (free.test(hop)) {
                    return Optional.of(remove(lane.getKey(), hop));
                }
            }
        }
        return Optional.empty();
    }

    /** Takes the first, and sends lane and hop to the end of their rows. */
    private Entry remove(long lane, String hop) {
        SequencedMap<String, Deque<Entry>> hops = Objects.requireNonNull(lanes.remove(lane));
        Deque<Entry> entries = Objects.requireNonNull(hops.remove(hop));
        Entry first = entries.remove();
        SequencedSet<Long> waiting = Objects.requireNonNull(lanesOfHop.get(hop));
        waiting.remove(lane);
        if (!entries.isEmpty()) {
            hops.putLast(hop, entries);
            waiting.addLast(lane);
        } else if (waiting.isEmpty()) {
            lanesOfHop.remove(hop);
        }
        if (!hops.isEmpty()) {
            lanes.putLast(lane, hops);
        }
        return first;
    }

    /** Takes everything. */
    List<Claim> drain() {
        List<Claim> all = new ArrayList<>();
        for (Iterator<SequencedMap<String, Deque<Entry>>> lane = lanes.values().iterator(); lane.hasNext(); ) {
            lane.next().values().forEach(entries -> entries.forEach(entry -> all.add(entry.claim())));
            lane.remove();
        }
        lanesOfHop.clear();
        return all;
    }
}
