// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves when it is told to, for the tests of every floor. */
public final class ManualClock extends Clock {
    private final AtomicReference<Instant> now;

    /** Some moment with milliseconds, which what is kept must not lose. */
    public ManualClock() {
        this(Instant.parse("2026-11-25T04:05:06.789Z"));
    }

    public ManualClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    public void advance(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("only UTC");
    }
}
