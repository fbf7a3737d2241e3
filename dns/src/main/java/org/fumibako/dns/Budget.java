// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What one piece of work, such as the checks of one message, may cost in questions and time (RFC 7208 §11.1). For one thread.
 *
 * <p>A question costs one, whether the cache or the network answers it, so that what passes today passes tomorrow.
 */
public final class Budget {
    private final LongSupplier nanoTime;
    private final long deadline;
    private int questions;

    private Budget(int questions, Duration time, LongSupplier nanoTime) {
        this.questions = questions;
        this.nanoTime = nanoTime;
        this.deadline = nanoTime.getAsLong() + time.toNanos();
    }

    /** A budget of so many questions within so much time from now; {@code nanoTime} is {@link System#nanoTime()}, or a test's. */
    public static Budget of(int questions, Duration time, LongSupplier nanoTime) {
        return new Budget(questions, time, nanoTime);
    }

    /** Takes one question; false when none is left or the time is over. */
    public boolean spend() {
        if (questions <= 0 || remaining().isZero()) {
            return false;
        }
        questions--;
        return true;
    }

    /** The time left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - nanoTime.getAsLong()));
    }

    /** The questions left. */
    public int questions() {
        return questions;
    }
}
