// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

import java.util.Arrays;

/** A number for each token: an open hash of twelve octets a slot, at most two thirds full. Whoever fills it does so before others read it. */
final class Table {
    private final long[] keys;
    private final float[] values;
    private int size;

    /** @param most tokens that it will have */
    Table(int most) {
        int slots = Integer.highestOneBit(Math.max(16, most + most / 2)) * 2;
        this.keys = new long[slots];
        this.values = new float[slots];
    }

    /** Sets the number of a token that is not 0. */
    void put(long token, float value) {
        int slot = slot(token);
        size += keys[slot] == 0 ? 1 : 0;
        keys[slot] = token;
        values[slot] = value;
    }

    /** 0 for a token that is not there. */
    float of(long token) {
        return values[slot(token)];
    }

    int size() {
        return size;
    }

    /** All tokens, in no particular order. */
    long[] tokens() {
        return Arrays.stream(keys).filter(key -> key != 0).toArray();
    }

    private int slot(long token) {
        int mask = keys.length - 1;
        int slot = (int) (token ^ (token >>> 32)) & mask;
        while (keys[slot] != 0 && keys[slot] != token) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
