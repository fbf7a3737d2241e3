// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fumibako.smtp.client.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one next hop: how many attempts at a time it bears, and whether it rests. Guarded by the runner's monitor.
 *
 * <p>The limit grows by one for each success up to the configured number, and is halved when nobody answers. When the only
 * attempt fails so, or some in a row, the hop rests, longer each time.
 */
final class Destination {
    /** Attempts at a time for a place that nothing is known of. */
    static final int FIRST_LIMIT = 2;

    /** Failures in a row after which a place rests although other connections to it are open. */
    private static final int FAILURES = 3;

    private static final Duration SHORTEST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);

    /** Messages before others get a turn, when others wait. */
    static final int TURN = 32;

    private final int maximum;
    private int limit;
    private int active;
    private int failures;
    private int rests;
    private int turn;
    private Instant restsUntil = Instant.MIN;
    private @Nullable Attempt failure;

    Destination(int maximum) {
        this.maximum = maximum;
        this.limit = Math.min(FIRST_LIMIT, maximum);
    }

    int active() {
        return active;
    }

    int limit() {
        return limit;
    }

    /** Whether one more attempt may begin. While it rests nothing is sent, so that the limit does not matter. */
    boolean free(Instant now) {
        return active < (resting(now) ? maximum : limit);
    }

    private boolean resting(Instant now) {
        return now.isBefore(restsUntil);
    }

    /** Why nothing is sent there for the moment; empty when it may be tried. */
    Optional<Rest> rest(Instant now) {
        Attempt last = failure;
        return last != null && resting(now) ? Optional.of(new Rest(last, restsUntil)) : Optional.empty();
    }

    /** A failure that stands for others until some time. */
    record Rest(Attempt failure, Instant until) {}

    void begin() {
        active++;
        turn++;
    }

    /** Whether others should be looked at before it goes on here; begins the next turn then. */
    boolean turnOver() {
        if (turn < TURN) {
            return false;
        }
        turn = 0;
        return true;
    }

    /** An attempt ended that says nothing of the place. */
    void end() {
        active--;
    }

    /** Somebody answered there. */
    void answered() {
        active--;
        failures = 0;
        rests = 0;
        restsUntil = Instant.MIN;
        failure = null;
        limit = Math.min(maximum, limit + 1);
    }

    /** Nobody answered there. */
    void unreachable(Attempt why, Instant now) {
        active--;
        failures++;
        limit = Math.max(1, limit / 2);
        if (resting(now) || (active > 0 && failures < FAILURES)) {
            return;
        }
        Duration rest = SHORTEST_REST.multipliedBy(1L << Math.min(rests, 10));
        restsUntil = now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
        rests++;
        failure = why;
    }

    /** Whether nothing would be lost by forgetting it. */
    boolean forgettable(Instant now) {
        return active == 0 && !resting(now);
    }
}
