// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each attempt in vain (RFC 5321 §4.5.4.1): little at first, for greylisting and busy servers, then longer.
 *
 * @param waits after the first, second ... attempt; the last one counts for all further ones
 * @param jitter by which part of itself a wait may be longer or shorter, so that what failed together does not come back together
 */
public record RetrySchedule(List<Duration> waits, double jitter) {
    public static final RetrySchedule DEFAULT = new RetrySchedule(
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(4)),
            0.2);

    public RetrySchedule {
        waits = List.copyOf(waits);
        if (waits.isEmpty() || jitter < 0 || jitter >= 1) {
            throw new IllegalArgumentException("a schedule needs waits, and jitter below 1");
        }
    }

    /** The next attempt after {@code attempts} in vain, at least one. */
    Instant next(int attempts, Instant now, RandomGenerator random) {
        Duration wait = waits.get(Math.min(attempts, waits.size()) - 1);
        double part = 1 + jitter * (2 * random.nextDouble() - 1);
        return now.plusMillis(Math.round(wait.toMillis() * part));
    }
}
