// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.util.Arrays;

/**
 * Counts in memory: an open hash of 16 octets a slot, at most two thirds full. Whoever fills it does so before others read it.
 */
public final class TokenTable implements Counts {
    private long[] keys;
    private long[] counts;
    private int size;
    private int spam;
    private int ham;

    /** @param expected tokens; more are taken, too */
    public TokenTable(int expected) {
        int slots = Integer.highestOneBit(Math.max(16, expected + expected / 2)) * 2;
        this.keys = new long[slots];
        this.counts = new long[slots];
    }

    /** Counts a message that is spam, or wanted; {@code times} may be below zero to take it back. */
    public void learn(TokenSet tokens, boolean isSpam, int times) {
        messages(isSpam ? times : 0, isSpam ? 0 : times);
        tokens.forEach(token -> add(token, isSpam ? times : 0, isSpam ? 0 : times));
    }

    public void messages(int moreSpam, int moreHam) {
        spam = Math.max(0, spam + moreSpam);
        ham = Math.max(0, ham + moreHam);
    }

    public void add(long token, int moreSpam, int moreHam) {
        int slot = slot(keys, token);
        if (keys[slot] == 0) {
            keys[slot] = token;
            size++;
        }
        long before = counts[slot];
        counts[slot] = Counts.packed(
                Math.max(0, Counts.spamOf(before) + moreSpam), Math.max(0, Counts.hamOf(before) + moreHam));
        if (size * 3L > keys.length * 2L) {
            grow();
        }
    }

    /** All tokens, in no particular order. */
    long[] tokens() {
        return Arrays.stream(keys).filter(key -> key != 0).toArray();
    }

    /** Different tokens. */
    public int size() {
        return size;
    }

    @Override
    public int spam() {
        return spam;
    }

    @Override
    public int ham() {
        return ham;
    }

    @Override
    public long of(long token) {
        int slot = slot(keys, token);
        return keys[slot] == token ? counts[slot] : 0;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
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
