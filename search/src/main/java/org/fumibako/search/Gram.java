// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

/** Two or three neighbouring code points in one number, the first in the highest bits. */
final class Gram {
    /** The octets that {@link #write} writes, at most. */
    static final int MAX_OCTETS = 12;

    private static final int BITS = 21;
    private static final int MASK = (1 << BITS) - 1;

    private Gram() {}

    static long of(int first, int second) {
        return (long) first << BITS | second;
    }

    static long of(int first, int second, int third) {
        return of(first, second) << BITS | third;
    }

    /**
     * Writes the gram as a term of the index: UTF-8, so that terms that begin alike are neighbours.
     *
     * @return the end of what was written
     */
    static int write(long gram, byte[] to) {
        int end = 0;
        for (int shift = gram >>> (2 * BITS) == 0 ? BITS : 2 * BITS; shift >= 0; shift -= BITS) {
            end = write((int) (gram >>> shift) & MASK, to, end);
        }
        return end;
    }

    private static int write(int c, byte[] to, int at) {
        if (c < 0x80) {
            to[at] = (byte) c;
            return at + 1;
        }
        if (c < 0x800) {
            to[at] = (byte) (0xc0 | (c >> 6));
            to[at + 1] = (byte) (0x80 | (c & 0x3f));
            return at + 2;
        }
        if (c < 0x10000) {
            to[at] = (byte) (0xe0 | (c >> 12));
            to[at + 1] = (byte) (0x80 | ((c >> 6) & 0x3f));
            to[at + 2] = (byte) (0x80 | (c & 0x3f));
            return at + 3;
        }
        to[at] = (byte) (0xf0 | (c >> 18));
        to[at + 1] = (byte) (0x80 | ((c >> 12) & 0x3f));
        to[at + 2] = (byte) (0x80 | ((c >> 6) & 0x3f));
        to[at + 3] = (byte) (0x80 | (c & 0x3f));
        return at + 4;
    }
}
