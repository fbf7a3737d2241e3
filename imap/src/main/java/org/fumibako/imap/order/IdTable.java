// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.util.Arrays;

/** From fingerprints to numbers, without an object for each. */
final class IdTable {
    static final int ABSENT = -1;

    private long[] keys = new long[256];
    private int[] values = new int[256];
    private int size;

    IdTable() {
        Arrays.fill(values, ABSENT);
    }

    int get(long key) {
        return values[slot(key)];
    }

    /** {@code value} is not negative. */
    void put(long key, int value) {
        int slot = slot(key);
        if (values[slot] == ABSENT) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
        if (2 * size > keys.length) {
            grow();
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        Arrays.fill(values, ABSENT);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
