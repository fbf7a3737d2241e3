// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Response-rate limiting: how often one network gets the same answer over UDP. Whoever forges a victim's address to flood it makes the
 * same answer go to one network again and again; nobody honest needs that, because answers are remembered.
 *
 * <p>A fixed table of times, one slot for many pairs of network and answer, so that no flood makes it grow; those that share a slot share
 * its rate. Lost updates between threads let a few more through. Safe for any number of threads.
 */
final class RateLimiter {
    /** 1 MB; forged addresses of a whole /8 by /24 have two each. */
    static final int SLOTS = 1 << 17;

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLongArray full = new AtomicLongArray(SLOTS);
    private final long interval;

    /** @param perSecond the rate, and the burst; 0 does not limit */
    RateLimiter(int perSecond) {
        this.interval = perSecond == 0 ? 0 : SECOND / perSecond;
    }

    /**
     * Whether an answer may go out: each pushes the slot's time on by its share of a second, and the slot may be a second ahead.
     *
     * @param address of the client; IPv4 counts by /24, IPv6 by /56
     * @param answer tells answers apart
     */
    boolean allows(byte[] address, int answer, long now) {
        if (interval == 0) {
            return true;
        }
        int slot = slot(address, answer);
        long reached = full.getPlain(slot);
        long from = reached - now > 0 && reached != 0 ? reached : now;
        if (from - now >= SECOND) {
            return false;
        }
        full.setPlain(slot, from + interval);
        return true;
    }

    private static int slot(byte[] address, int answer) {
        int hash = answer;
        for (int i = 0; i < (address.length == 4 ? 3 : 7); i++) {
            hash = 31 * hash + address[i];
        }
        hash *= 0x9E3779B9;
        return (hash ^ hash >>> 15) & (SLOTS - 1);
    }
}
