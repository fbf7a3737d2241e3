// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.argon2;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The matrix of blocks, a row for each lane (RFC 9106 §3.2), outside the heap. For one thread. */
final class Lanes implements AutoCloseable {
    static final int BLOCK_LONGS = 128;
    static final int BLOCK_OCTETS = BLOCK_LONGS * Long.BYTES;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment memory;
    private final int count;
    private final int length;

    /** @param length blocks in each lane */
    Lanes(int count, int length) {
        this.count = count;
        this.length = length;
        this.memory = arena.allocate((long) count * length * BLOCK_OCTETS, Long.BYTES);
    }

    int count() {
        return count;
    }

    int length() {
        return length;
    }

    void read(int lane, int block, long[] into) {
        MemorySegment.copy(memory, ValueLayout.JAVA_LONG, offset(lane, block), into, 0, BLOCK_LONGS);
    }

    void write(int lane, int block, long[] from) {
        MemorySegment.copy(from, 0, memory, ValueLayout.JAVA_LONG, offset(lane, block), BLOCK_LONGS);
    }

    /** The first word of a block. */
    long first(int lane, int block) {
        return memory.get(ValueLayout.JAVA_LONG, offset(lane, block));
    }

    /** The last blocks of all lanes, added without carry. */
    long[] last() {
        long[] sum = new long[BLOCK_LONGS];
        long[] block = new long[BLOCK_LONGS];
        for (int lane = 0; lane < count; lane++) {
            read(lane, length - 1, block);
            for (int i = 0; i < BLOCK_LONGS; i++) {
                sum[i] ^= block[i];
            }
        }
        return sum;
    }

    private long offset(int lane, int block) {
        return ((long) lane * length + block) * BLOCK_OCTETS;
    }

    /** What was in it is not left for whoever gets the memory next. */
    @Override
    public void close() {
        memory.fill((byte) 0);
        arena.close();
    }
}
