// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link MetaWriter} wrote; anything else is a {@link DamagedRecordException}. */
final class MetaReader {
    private final byte[] octets;
    private int position;

    MetaReader(byte[] octets) {
        this.octets = octets;
    }

    long number() throws DamagedRecordException {
        long value = unsigned();
        if (value < 0) {
            throw new DamagedRecordException("number out of range");
        }
        return value;
    }

    long signed() throws DamagedRecordException {
        long folded = unsigned();
        return (folded >>> 1) ^ -(folded & 1);
    }

    /** A count of things that take at least one octet each, so it cannot exceed what is left. */
    int count() throws DamagedRecordException {
        long value = number();
        if (value > octets.length - position) {
            throw new DamagedRecordException("count out of range");
        }
        return (int) value;
    }

    String text() throws DamagedRecordException {
        return new String(octets(), StandardCharsets.UTF_8);
    }

    byte[] octets() throws DamagedRecordException {
        int length = count();
        byte[] value = Arrays.copyOfRange(octets, position, position + length);
        position += length;
        return value;
    }

    void end() throws DamagedRecordException {
        if (position != octets.length) {
            throw new DamagedRecordException("octets left over");
        }
    }

    private long unsigned() throws DamagedRecordException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position >= octets.length) {
                throw new DamagedRecordException("meta part cut short");
            }
            byte next = octets[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new DamagedRecordException("number too long");
    }
}
