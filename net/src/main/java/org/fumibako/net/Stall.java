// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.time.Duration;

/** The moment by which the step in progress must be over; set by one thread, looked at by another. */
final class Stall {
    private static final long NONE = 0;

    private volatile long deadline = NONE;

    void begin(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        deadline = end == NONE ? 1 : end;
    }

    void end() {
        deadline = NONE;
    }

    boolean over(long now) {
        long end = deadline;
        return end != NONE && now - end > 0;
    }
}
