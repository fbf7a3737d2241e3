// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.util.random.RandomGenerator;

/** Names connections: twelve letters and digits, 60 random bits, so that no two ever meet in one journal. */
public final class SessionIds {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 12;

    private final RandomGenerator random;

    /** @param random safe for use by several threads */
    public SessionIds(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        long bits = random.nextLong();
        char[] id = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            id[i] = ALPHABET.charAt((int) (bits >>> (5 * i)) & 31);
        }
        return new String(id);
    }
}
