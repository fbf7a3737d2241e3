// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.fumibako.dns.DnsName;

/** Reads one message from its beginning; never looks outside it. */
public final class MessageReader {
    /** Pointers followed in one name: a name has at most so many labels, and none needs more than one pointer each. */
    static final int MAX_POINTERS = 127;

    private static final int POINTER = 0xC0;

    private final byte[] message;
    private final int end;
    private int at;

    /** Reads the first {@code length} octets of an array. */
    public MessageReader(byte[] message, int length) {
        this.message = message;
        this.end = length;
    }

    public int position() {
        return at;
    }

    /** Octets not read yet. */
    public int left() {
        return end - at;
    }

    public int u8() throws MalformedMessageException {
        need(1);
        return message[at++] & 0xFF;
    }

    public int u16() throws MalformedMessageException {
        need(2);
        int value = (message[at] & 0xFF) << 8 | (message[at + 1] & 0xFF);
        at += 2;
        return value;
    }

    public long u32() throws MalformedMessageException {
        return (long) u16() << 16 | u16();
    }

    public byte[] octets(int count) throws MalformedMessageException {
        need(count);
        at += count;
        return Arrays.copyOfRange(message, at - count, at);
    }

    /** Octets as characters, one each. */
    public String latin1(int count) throws MalformedMessageException {
        need(count);
        at += count;
        return new String(message, at - count, count, StandardCharsets.ISO_8859_1);
    }

    public void skip(int count) throws MalformedMessageException {
        need(count);
        at += count;
    }

    /** A name; empty when it is well formed but holds octets that {@link DnsName} does not know. */
    public Optional<DnsName> name() throws MalformedMessageException {
        StringBuilder text = new StringBuilder();
        boolean known = walk(text);
        if (!known) {
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.of(DnsName.ROOT) : DnsName.parse(text.toString());
    }

    /** Passes over a name, checking its form. */
    public void skipName() throws MalformedMessageException {
        walk(new StringBuilder());
    }

    /**
     * Appends the labels of a name with dots between them. A pointer must lead to before where the labels now read began
     * (RFC 1035 §4.1.4: "a prior occurrence"), so there are no loops.
     *
     * @return whether dots and backslashes are only what they seem
     */
    private boolean walk(StringBuilder text) throws MalformedMessageException {
        int read = at;
        int began = at;
        int after = -1;
        int length = 1;
        int pointers = 0;
        boolean known = true;
        while (true) {
            int octet = at(read++);
            if (octet == 0) {
                at = after < 0 ? read : after;
                return known;
            } else if (octet < DnsName.MAX_LABEL + 1) {
                length += octet + 1;
                if (length > Wire.MAX_NAME) {
                    throw new MalformedMessageException("a name is longer than " + Wire.MAX_NAME + " octets");
                }
                known &= label(text, read, octet);
                read += octet;
            } else if (octet >= POINTER) {
                int target = (octet & 0x3F) << 8 | at(read++);
                after = after < 0 ? read : after;
                if (target >= began || target < Wire.HEADER || ++pointers > MAX_POINTERS) {
                    throw new MalformedMessageException("a compression pointer does not lead back");
                }
                began = target;
                read = target;
            } else {
                throw new MalformedMessageException("a label of an unknown kind");
            }
        }
    }

    private boolean label(StringBuilder text, int from, int count) throws MalformedMessageException {
        at(from + count - 1);
        if (!text.isEmpty()) {
            text.append('.');
        }
        boolean known = true;
        for (int i = from; i < from + count; i++) {
            known &= message[i] != '.' && message[i] != '\\' && message[i] > ' ';
            text.append((char) (message[i] & 0xFF));
        }
        return known;
    }

    private int at(int index) throws MalformedMessageException {
        if (index >= end) {
            throw new MalformedMessageException("the message ends too early");
        }
        return message[index] & 0xFF;
    }

    private void need(int count) throws MalformedMessageException {
        if (count > end - at) {
            throw new MalformedMessageException("the message ends too early");
        }
    }
}
