// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What an owner has called spam and what not: an open hash of eight octets a token, of which 32 bits are its name. Of a hundred thousand
 * tokens in it, one in forty thousand others passes for one of them, which no verdict notices. Never changes; learning makes another.
 */
public final class Memory implements Counts {
    /** Nothing learnt yet. */
    public static final Memory NOTHING = new Memory(new int[16], new int[16], 0, 0, 0);

    /**
     * Tokens that are kept, 800 KB of them; those of some hundred messages. When there are more, all counts are halved, so that what was
     * seen once, or long ago, goes first.
     */
    static final int MOST_TOKENS = 100_000;

    private static final int MOST_COUNT = 0xffff;
    private static final byte VERSION = 1;
    private static final int HEAD = 1 + 3 * Integer.BYTES;

    private final int[] keys;
    private final int[] counts;
    private final int size;
    private final int spam;
    private final int ham;

    private Memory(int[] keys, int[] counts, int size, int spam, int ham) {
        this.keys = keys;
        this.counts = counts;
        this.size = size;
        this.spam = spam;
        this.ham = ham;
    }

    /** With one more message; {@code times} is -1 to take one back. */
    public Memory with(TokenSet tokens, boolean isSpam, int times) {
        Memory wider = copy(size + tokens.size(), 0);
        int moreSpam = isSpam ? times : 0;
        int moreHam = isSpam ? 0 : times;
        int[] added = {wider.size};
        tokens.forEach(token -> added[0] += wider.add(key(token), moreSpam, moreHam));
        Memory learnt = new Memory(
                wider.keys, wider.counts, added[0], Math.max(0, spam + moreSpam), Math.max(0, ham + moreHam));
        return learnt.bounded();
    }

    private Memory bounded() {
        Memory memory = this;
        while (memory.size > MOST_TOKENS) {
            memory = memory.copy(memory.size, 1);
        }
        return memory;
    }

    /** Without tokens that count nothing, once all counts are halved {@code halvings} times. */
    private Memory copy(int room, int halvings) {
        int slots = Integer.highestOneBit(Math.max(16, room + room / 2)) * 2;
        Memory copy = new Memory(new int[slots], new int[slots], 0, spam, ham);
        int kept = 0;
        for (int i = 0; i < keys.length; i++) {
            int count = (counts[i] >>> 16) >> halvings << 16 | (counts[i] & MOST_COUNT) >> halvings;
            if (count != 0) {
                int slot = copy.slot(keys[i]);
                copy.keys[slot] = keys[i];
                copy.counts[slot] = count;
                kept++;
            }
        }
        return new Memory(copy.keys, copy.counts, kept, spam >> halvings, ham >> halvings);
    }

    /** One when the token is new. */
    private int add(int key, int moreSpam, int moreHam) {
        int slot = slot(key);
        int before = counts[slot];
        int newSpam = Math.clamp((before >>> 16) + moreSpam, 0, MOST_COUNT);
        int newHam = Math.clamp((before & MOST_COUNT) + moreHam, 0, MOST_COUNT);
        boolean fresh = keys[slot] == 0;
        keys[slot] = key;
        counts[slot] = newSpam << 16 | newHam;
        return fresh ? 1 : 0;
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
        int key = key(token);
        int slot = slot(key);
        return keys[slot] == key ? Counts.packed(counts[slot] >>> 16, counts[slot] & MOST_COUNT) : 0;
    }

    /** Different tokens, of which some may count nothing any more. */
    public int size() {
        return size;
    }

    /** Octets of main memory, nearly. */
    public int weight() {
        return keys.length * 2 * Integer.BYTES;
    }

    private static int key(long token) {
        int key = (int) (token ^ (token >>> 32));
        return key == 0 ? 1 : key;
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int slot = (key * 0x9e3779b1) >>> 7 & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** As it is kept: a version, numbers of spam, wanted messages and tokens, and each token's name and counts. */
    public byte[] octets() {
        Memory clean = copy(size, 0);
        ByteBuffer out = ByteBuffer.allocate(HEAD + clean.size * 2 * Integer.BYTES);
        out.put(VERSION).putInt(clean.spam).putInt(clean.ham).putInt(clean.size);
        for (int i = 0; i < clean.keys.length; i++) {
            if (clean.counts[i] != 0) {
                out.putInt(clean.keys[i]).putInt(clean.counts[i]);
            }
        }
        return out.array();
    }

    /** @throws IllegalArgumentException when that is no memory */
    public static Memory of(byte[] octets) {
        ByteBuffer in = ByteBuffer.wrap(octets);
        if (octets.length < HEAD || in.get() != VERSION) {
            throw new IllegalArgumentException("no memory of the spam filter, or one of another version");
        }
        int spam = in.getInt();
        int ham = in.getInt();
        int size = in.getInt();
        if (size < 0 || size > 2 * MOST_TOKENS || in.remaining() != size * 2 * Integer.BYTES) {
            throw new IllegalArgumentException("the memory of the spam filter is damaged");
        }
        int slots = Integer.highestOneBit(Math.max(16, size + size / 2)) * 2;
        Memory memory = new Memory(new int[slots], new int[slots], size, spam, ham);
        for (int i = 0; i < size; i++) {
            int key = in.getInt();
            int slot = memory.slot(key);
            memory.keys[slot] = key;
            memory.counts[slot] = in.getInt();
        }
        return memory;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Memory memory
                && spam == memory.spam
                && ham == memory.ham
                && Arrays.equals(sorted(), memory.sorted());
    }

    @Override
    public int hashCode() {
        return 31 * spam + ham;
    }

    private long[] sorted() {
        long[] all = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            all[i] = counts[i] == 0 ? 0 : (long) keys[i] << 32 | (counts[i] & 0xffff_ffffL);
        }
        Arrays.sort(all);
        return Arrays.stream(all).filter(one -> one != 0).toArray();
    }
}
