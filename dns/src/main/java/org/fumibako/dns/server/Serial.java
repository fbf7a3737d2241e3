// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.time.Instant;

/** Serial numbers of zones: 32 bits that go round (RFC 1982). */
public final class Serial {
    private static final long MASK = 0xFFFF_FFFFL;
    private static final long HALF = 0x8000_0000L;

    private Serial() {}

    /** Whether {@code one} is newer than {@code other} (RFC 1982 §3.2). */
    public static boolean isAfter(long one, long other) {
        long ahead = one - other & MASK;
        return ahead != 0 && ahead < HALF;
    }

    /**
     * The serial of a zone's next version: the time in seconds, which is also ahead of what was published before a backup came
     * back, or one more than {@code last} when that is ahead of the time.
     */
    public static long next(long last, Instant now) {
        long seconds = now.getEpochSecond() & MASK;
        return isAfter(seconds, last) ? seconds : last + 1 & MASK;
    }
}
