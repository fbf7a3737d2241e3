// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Octets that grow: the input of one signature. For one thread. */
public final class OctetBuffer {
    private byte[] octets;
    private int length;

    public OctetBuffer(int capacity) {
        octets = new byte[capacity];
    }

    /** The octets, of which the first {@link #length} count; good until the next append. */
    public byte[] array() {
        return octets;
    }

    public int length() {
        return length;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(octets, length);
    }

    /** Appends the canonical form of a field that is not in a header, one char an octet. */
    public void field(String field, Canonicalization form) {
        byte[] raw = field.getBytes(StandardCharsets.ISO_8859_1);
        form.field(raw, 0, raw.length, this);
    }

    void append(byte octet) {
        reserve(1);
        octets[length] = octet;
        length++;
    }

    void append(byte[] from, int begin, int end) {
        reserve(end - begin);
        System.arraycopy(from, begin, octets, length, end - begin);
        length += end - begin;
    }

    void lineBreak() {
        append((byte) '\r');
        append((byte) '\n');
    }

    /** Takes back the line break at the end. */
    void dropLineBreak() {
        length -= 2;
    }

    /** Takes back octets down to an earlier length. */
    public void cut(int shorter) {
        length = shorter;
    }

    private void reserve(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(length + more, octets.length * 2));
        }
    }
}
