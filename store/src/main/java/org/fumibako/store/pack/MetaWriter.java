// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the numbers and texts of a meta part into a growing array. */
final class MetaWriter {
    private byte[] octets;
    private int length;

    /** Starts after {@code reserved} octets, which are the caller's to fill. */
    MetaWriter(int reserved) {
        octets = new byte[Math.max(128, reserved * 2)];
        length = reserved;
    }

    /** A number that is not negative, as LEB128. */
    MetaWriter number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative: " + value);
        }
        return unsigned(value);
    }

    /** Any number: sign folded into the lowest bit. Dates before 1970 are rare but legal. */
    MetaWriter signed(long value) {
        return unsigned((value << 1) ^ (value >> 63));
    }

    MetaWriter text(String value) {
        return octets(value.getBytes(StandardCharsets.UTF_8));
    }

    MetaWriter octets(byte[] value) {
        number(value.length);
        room(value.length);
        System.arraycopy(value, 0, octets, length, value.length);
        length += value.length;
        return this;
    }

    private MetaWriter unsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            octets[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        octets[length++] = (byte) rest;
        return this;
    }

    private void room(int more) {
        if (octets.length - length < more) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
        }
    }

    /** The array written into; only the first {@link #length} octets count. */
    byte[] array() {
        return octets;
    }

    int length() {
        return length;
    }
}
