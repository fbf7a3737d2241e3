// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Watches that a message keeps coming. A peer that drips an octet now and then would otherwise hold a session for ever,
 * since no single pause is too long.
 */
final class Pace {
    private final LongSupplier nanoTime;
    private final SmtpLimits limits;
    private final long start;
    private long received;

    Pace(LongSupplier nanoTime, SmtpLimits limits) {
        this.nanoTime = nanoTime;
        this.limits = limits;
        this.start = nanoTime.getAsLong();
    }

    /** Why reading a message was given up; the connection is of no use afterwards. */
    static final class GivenUp extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean tooSlow;

        GivenUp(String message, boolean tooSlow) {
            super(message);
            this.tooSlow = tooSlow;
        }

        boolean tooSlow() {
            return tooSlow;
        }
    }

    void received(int octets) throws IOException {
        received += octets;
        if (received > limits.swallowed()) {
            throw new GivenUp("message goes on far beyond the limit", false);
        }
        long elapsed = nanoTime.getAsLong() - start;
        long due = limits.dataGrace().toNanos() + received / limits.dataRate() * 1_000_000_000L;
        if (elapsed > due) {
            throw new GivenUp("message comes too slowly", true);
        }
    }
}
