// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** The different tokens of one message, at most as many as it was made for; what comes later is not kept. Not for several threads. */
public final class TokenSet {
    private final int most;
    private long[] slots = new long[1_024];
    private int size;

    public TokenSet(int most) {
        this.most = most;
    }

    /** Adds a token unless it is there, or the set is full. */
    void add(long token) {
        long key = token == 0 ? 1 : token;
        int slot = slot(slots, key);
        if (slots[slot] == key || size == most) {
            return;
        }
        slots[slot] = key;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
    }

    public int size() {
        return size;
    }

    /** In no particular order. */
    public void forEach(LongConsumer consumer) {
        for (long token : slots) {
            if (token != 0) {
                consumer.accept(token);
            }
        }
    }

    /** In rising order, so that whoever writes rows of them takes locks in one order. */
    public long[] sorted() {
        long[] all = Arrays.stream(slots).filter(token -> token != 0).toArray();
        Arrays.sort(all);
        return all;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        for (long token : slots) {
            if (token != 0) {
                wider[slot(wider, token)] = token;
            }
        }
        slots = wider;
    }

    /** Where the token is or may be put; tokens are hashes already. */
    private static int slot(long[] slots, long token) {
        int mask = slots.length - 1;
        int slot = (int) (token ^ (token >>> 32)) & mask;
        while (slots[slot] != 0 && slots[slot] != token) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
