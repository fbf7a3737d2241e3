// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Decodes base64 (RFC 2045 §6.8) as it comes: octets outside the alphabet are passed over, missing padding is no fault, and
 * text after padding is decoded too, since some senders join encoded pieces.
 */
final class Base64Input extends InputStream {
    private final InputStream in;
    private final byte[] buffer = new byte[4_096];
    private int position;
    private int limit;
    private int bits;
    private int held;

    Base64Input(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = 0;
        while (count < length && (position < limit || (count == 0 && fill()))) {
            int octet = buffer[position++];
            int value = Base64Alphabet.value(octet);
            if (octet == '=') {
                held = 0;
            } else if (value >= 0) {
                bits = bits << 6 | value;
                held += 6;
                if (held >= 8) {
                    held -= 8;
                    into[offset + count] = (byte) (bits >>> held);
                    count++;
                }
            }
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
