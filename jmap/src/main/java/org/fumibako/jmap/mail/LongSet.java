// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mail;

import java.util.Arrays;

/** A set of non-negative numbers without a box for each: an account has a hundred thousand of them, several times a second. */
public final class LongSet {
    private static final long FREE = -1;

    private long[] slots;
    private int size;

    public LongSet(int expected) {
        slots = new long[Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2];
        Arrays.fill(slots, FREE);
    }

    /** Whether it was not there. */
    public boolean add(long value) {
        int slot = find(value);
        if (slots[slot] == value) {
            return false;
        }
        slots[slot] = value;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    public boolean contains(long value) {
        return slots[find(value)] == value;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    private int find(long value) {
        int slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> 32) & (slots.length - 1);
        while (slots[slot] != FREE && slots[slot] != value) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        Arrays.fill(slots, FREE);
        for (long value : old) {
            if (value != FREE) {
                slots[find(value)] = value;
            }
        }
    }
}
