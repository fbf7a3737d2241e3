// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which servers offer CHUNKING and do not know BDAT, as some do behind a firewall that reads along: they get DATA. Safe for
 * any number of threads.
 */
final class ChunkRefusers {
    private static final Duration MEMORY = Duration.ofDays(1);

    /** Names remembered; real ones are few, so more are somebody's invention. */
    private static final int MAX = 1_000;

    private final Map<String, Long> since = new ConcurrentHashMap<>();

    void add(Target target) {
        if (since.size() >= MAX) {
            since.clear();
        }
        since.put(target.name(), System.nanoTime());
    }

    boolean has(Target target) {
        Long at = since.isEmpty() ? null : since.get(target.name());
        return at != null && System.nanoTime() - at < MEMORY.toNanos();
    }
}
