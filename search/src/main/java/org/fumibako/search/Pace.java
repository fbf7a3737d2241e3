// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Decides when the index is written: some while after mail came, so that many messages are written at once and none of it
 * delays a delivery; with pauses while mail is coming fast; without any when somebody is waiting. For one thread.
 */
final class Pace {
    /** Deliveries a second from which on they go first. */
    static final long BUSY = 100;

    /** Messages for which it is worth to write at once. */
    static final long MANY = 500;

    /** How long a few messages wait for others to be written with them. */
    static final Duration CALM = Duration.ofSeconds(10);

    /** How long messages wait at most while more are coming fast. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How often is looked for what other processes filed. */
    static final Duration OTHERS = Duration.ofSeconds(30);

    /** When there is nothing to do, a server that has just started does other things first. */
    static final Duration FIRST = Duration.ofSeconds(10);

    /** After a failure of the disk or the database. */
    static final Duration TROUBLE = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final LongSupplier arrived;
    private long measured;
    private long arrivedThen;
    private long busy;
    private long resting;
    private long waitingSince;
    private long readTo = -1;

    /**
     * @param nanos a clock that never goes back
     * @param arrived how many messages have come
     */
    Pace(LongSupplier nanos, LongSupplier arrived) {
        this.nanos = nanos;
        this.arrived = arrived;
        measured = nanos.getAsLong();
        arrivedThen = arrived.getAsLong();
        resting = measured + FIRST.toNanos();
        waitingSince = measured;
    }

    /** Whether it is time to write. To be asked about once a second. */
    boolean due() {
        long now = nanos.getAsLong();
        boolean isBusy = isBusy(now);
        long come = arrivedThen;
        if (now - resting < 0) {
            return false;
        }
        if (readTo < 0) {
            return true;
        }
        if (come == readTo) {
            waitingSince = now;
            return now - resting >= OTHERS.toNanos();
        }
        long age = now - waitingSince;
        return isBusy ? age >= PATIENCE.toNanos() : age >= CALM.toNanos() || come - readTo >= MANY;
    }

    /** Everything that had come when {@code come} messages had is written. */
    void caughtUp(long come) {
        readTo = come;
        resting = nanos.getAsLong();
        waitingSince = resting;
    }

    /** Something failed that may be better after a while. */
    void troubled() {
        resting = nanos.getAsLong() + TROUBLE.toNanos();
    }

    /** How long to pause after writing for {@code spent} nanoseconds. */
    long pause(long spent) {
        return isBusy(nanos.getAsLong()) ? 9 * spent : spent;
    }

    /** Measures anew when the last measurement is old enough to tell something. */
    private boolean isBusy(long now) {
        long passed = now - measured;
        if (passed >= Duration.ofMillis(200).toNanos()) {
            long come = arrived.getAsLong();
            busy = (come - arrivedThen) * Duration.ofSeconds(1).toNanos() / passed;
            arrivedThen = come;
            measured = now;
        }
        return busy >= BUSY;
    }
}
