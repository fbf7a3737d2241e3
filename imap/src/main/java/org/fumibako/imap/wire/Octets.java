// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of octets that responses are written into before they go out; numbers and ASCII without garbage. */
public final class Octets {
    private byte[] array;
    private int length;

    public Octets(int capacity) {
        array = new byte[capacity];
    }

    public int length() {
        return length;
    }

    /** One character of US-ASCII. */
    public Octets put(char ascii) {
        room(1);
        array[length++] = (byte) ascii;
        return this;
    }

    public Octets put(byte[] octets) {
        room(octets.length);
        System.arraycopy(octets, 0, array, length, octets.length);
        length += octets.length;
        return this;
    }

    /** Characters of US-ASCII. */
    public Octets ascii(String text) {
        int count = text.length();
        room(count);
        for (int i = 0; i < count; i++) {
            array[length + i] = (byte) text.charAt(i);
        }
        length += count;
        return this;
    }

    /** Decimal; {@code value} is not negative. */
    public Octets number(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        room(digits);
        long rest = value;
        for (int i = length + digits - 1; i >= length; i--) {
            array[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    public Octets crlf() {
        return put('\r').put('\n');
    }

    /** Takes back all but the first {@code count} octets. */
    public void truncate(int count) {
        length = count;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(array, length);
    }

    /** Hands everything over and starts anew. */
    public void drainTo(OutputStream sink) throws IOException {
        sink.write(array, 0, length);
        length = 0;
    }

    @Override
    public String toString() {
        return new String(array, 0, length, StandardCharsets.ISO_8859_1);
    }

    private void room(int count) {
        if (length + count > array.length) {
            array = Arrays.copyOf(array, Math.max(length + count, array.length * 2));
        }
    }
}
