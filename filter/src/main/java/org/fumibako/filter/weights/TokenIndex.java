// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

/** Gives tokens the numbers 0, 1, 2, ... in the order in which they come. Not for several threads. */
final class TokenIndex {
    private long[] keys = new long[1 << 16];
    private int[] numbers = new int[1 << 16];
    private int size;

    /** The number of a token that is not 0. */
    int of(long token) {
        int slot = slot(keys, token);
        if (keys[slot] == 0) {
            keys[slot] = token;
            numbers[slot] = size;
            size++;
            if (size * 2 > keys.length) {
                grow();
                return size - 1;
            }
        }
        return numbers[slot];
    }

    int size() {
        return size;
    }

    /** The tokens by their numbers. */
    long[] tokens() {
        long[] tokens = new long[size];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                tokens[numbers[i]] = keys[i];
            }
        }
        return tokens;
    }

    private void grow() {
        long[] wider = new long[keys.length * 2];
        int[] moved = new int[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(wider, keys[i]);
                wider[slot] = keys[i];
                moved[slot] = numbers[i];
            }
        }
        keys = wider;
        numbers = moved;
    }

    private static int slot(long[] keys, long token) {
        int mask = keys.length - 1;
        int slot = (int) (token ^ (token >>> 32)) & mask;
        while (keys[slot] != 0 && keys[slot] != token) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
