// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers for a short while which addresses did not answer, so that not every message to a domain waits for its dead first
 * server before it goes to the second (RFC 5321 §4.5.4.1). Safe for any number of threads.
 */
final class SilentServers {
    private static final Duration MEMORY = Duration.ofMinutes(2);

    /** Addresses remembered; at that many, something is wrong with our own network, and order does not matter. */
    private static final int MAX = 10_000;

    private final Map<InetSocketAddress, Long> since = new ConcurrentHashMap<>();

    void add(Target target) {
        if (since.size() >= MAX) {
            since.clear();
        }
        since.put(target.socketAddress(), System.nanoTime());
    }

    void remove(Target target) {
        if (!since.isEmpty()) {
            since.remove(target.socketAddress());
        }
    }

    /** The same targets, with those that were silent a moment ago at the end. */
    List<Target> last(List<Target> targets) {
        if (since.isEmpty()) {
            return targets;
        }
        List<Target> order = new ArrayList<>(targets);
        List<Target> silent = order.stream().filter(this::isSilent).toList();
        order.removeAll(silent);
        order.addAll(silent);
        return order;
    }

    private boolean isSilent(Target target) {
        Long at = since.get(target.socketAddress());
        return at != null && System.nanoTime() - at < MEMORY.toNanos();
    }
}
