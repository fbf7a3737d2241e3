// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.srs;

import java.time.Duration;
import java.time.InstantSource;

/** The day in a rewritten address: two characters, which repeat after 1024 days. */
final class SrsDate {
    /** Half of the round: beyond it past and future cannot be told apart. */
    static final Duration LONGEST = Duration.ofDays(512);

    private static final int ROUND = 1024;
    private static final int LENGTH = 2;

    private final long days;
    private final InstantSource clock;

    SrsDate(Duration validity, InstantSource clock) {
        if (validity.compareTo(LONGEST) > 0 || validity.isNegative()) {
            throw new IllegalArgumentException("validity " + validity);
        }
        this.days = validity.toDays();
        this.clock = clock;
    }

    String today() {
        return Base32.of(day(), LENGTH);
    }

    /** Tomorrow is valid too: clocks of several servers differ. */
    boolean isValid(String text) {
        long then = text.length() == LENGTH ? Base32.number(text) : -1;
        long age = Math.floorMod(day() - then + 1, ROUND);
        return then >= 0 && age <= days + 1;
    }

    private long day() {
        long day = Math.floorDiv(
                clock.instant().getEpochSecond(), Duration.ofDays(1).toSeconds());
        return Math.floorMod(day, ROUND);
    }
}
