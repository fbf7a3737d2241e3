// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

/** A number of octets, not negative. */
public record ByteSize(long bytes) implements Comparable<ByteSize> {
    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("negative size: " + bytes);
        }
    }

    /** {@code count} MB of 1,048,576 octets, the unit of the panel's quota. */
    public static ByteSize ofMegabytes(long count) {
        return new ByteSize(Math.multiplyExact(count, 1L << 20));
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }
}
