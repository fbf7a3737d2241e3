// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the strings of RFC 9051 §4.3 into a growing array: a quoted string where the value can be one, a literal where it
 * has 8-bit octets or line breaks. Values are raw header text, one char an octet. NUL, which neither form can carry, is left
 * out. Not for several threads.
 */
public final class ImapText {
    private byte[] octets;
    private int length;

    public ImapText(int capacity) {
        octets = new byte[capacity];
    }

    /** Characters that need no thought: atoms, parentheses, spaces. US-ASCII only. */
    public ImapText plain(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            octets[length + i] = (byte) ascii.charAt(i);
        }
        length += ascii.length();
        return this;
    }

    /** One character of US-ASCII. */
    public ImapText plain(char ascii) {
        room(1);
        octets[length] = (byte) ascii;
        length++;
        return this;
    }

    /** A number in decimal. */
    public ImapText number(long value) {
        return plain(Long.toString(value));
    }

    /** Octets as they are. */
    public ImapText raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, octets, length, value.length);
        length += value.length;
        return this;
    }

    /** {@code NIL} for null, else a string. */
    public ImapText nstring(@Nullable String value) {
        return value == null ? plain("NIL") : string(value);
    }

    /** A quoted string or a literal. */
    public ImapText string(String value) {
        return isQuotable(value) ? quoted(value) : literal(value);
    }

    /** What was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(octets, length);
    }

    private ImapText quoted(String value) {
        room(2 * value.length() + 2);
        int at = length;
        octets[at++] = '"';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                octets[at++] = '\\';
            }
            octets[at++] = (byte) c;
        }
        octets[at++] = '"';
        length = at;
        return this;
    }

    private ImapText literal(String value) {
        byte[] content = value.indexOf(0) < 0
                ? value.getBytes(StandardCharsets.ISO_8859_1)
                : value.replace("\0", "").getBytes(StandardCharsets.ISO_8859_1);
        return plain('{').number(content.length).plain("}\r\n").raw(content);
    }

    private static boolean isQuotable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0 || c == '\r' || c == '\n' || c > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private void room(int count) {
        if (length + count > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(length + count, octets.length * 2));
        }
    }
}
