// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

/** In how many messages tokens were seen. Safe for any number of threads that read. */
public interface Counts {
    /** Nothing seen yet. */
    Counts NONE = new Counts() {
        @Override
        public int spam() {
            return 0;
        }

        @Override
        public int ham() {
            return 0;
        }

        @Override
        public long of(long token) {
            return 0;
        }
    };

    /** Messages that are spam. */
    int spam();

    /** Messages that are wanted. */
    int ham();

    /** In how many messages of each kind the token was; see {@link #spamOf} and {@link #hamOf}. One number, so that asking makes no object. */
    long of(long token);

    static int spamOf(long packed) {
        return (int) (packed >>> 32);
    }

    static int hamOf(long packed) {
        return (int) packed;
    }

    static long packed(int spam, int ham) {
        return (long) spam << 32 | (ham & 0xffff_ffffL);
    }
}
