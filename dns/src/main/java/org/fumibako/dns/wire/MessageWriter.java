// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.fumibako.dns.DnsName;

/** Writes one message from its beginning, with names compressed (RFC 1035 §4.1.4). Grows up to {@link Wire#MAX_MESSAGE}. */
public final class MessageWriter {
    /** Where a pointer can still reach: 14 bits. */
    private static final int REACH = 0x4000;

    private final Map<String, Integer> written = new HashMap<>();
    private final boolean compressing;
    private byte[] octets = new byte[Wire.PLAIN_UDP];
    private int at;

    public MessageWriter() {
        this(true);
    }

    private MessageWriter(boolean compressing) {
        this.compressing = compressing;
    }

    /** A writer that writes every name in full, for octets whose place in the message is not known yet. */
    public static MessageWriter plain() {
        return new MessageWriter(false);
    }

    public int position() {
        return at;
    }

    public MessageWriter u8(int value) {
        room(1);
        octets[at++] = (byte) value;
        return this;
    }

    public MessageWriter u16(int value) {
        room(2);
        octets[at++] = (byte) (value >> 8);
        octets[at++] = (byte) value;
        return this;
    }

    public MessageWriter u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    public MessageWriter octets(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, octets, at, value.length);
        at += value.length;
        return this;
    }

    /** Characters below 256, one octet each. */
    public MessageWriter latin1(String value) {
        return octets(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A name, of which the longest tail that stands in the message already becomes a pointer. */
    public MessageWriter name(DnsName name) {
        String rest = name.text();
        while (!rest.isEmpty()) {
            Integer before = written.get(rest);
            if (before != null) {
                return u16(0xC000 | before);
            }
            if (compressing && at < REACH) {
                written.put(rest, at);
            }
            rest = label(rest);
        }
        return u8(0);
    }

    /** A name in full, where pointers are not allowed (RFC 3597 §4); nothing points to it either. */
    public MessageWriter plainName(DnsName name) {
        String rest = name.text();
        while (!rest.isEmpty()) {
            rest = label(rest);
        }
        return u8(0);
    }

    /** Puts a 16-bit number where a place was left for it. */
    public void u16At(int position, int value) {
        octets[position] = (byte) (value >> 8);
        octets[position + 1] = (byte) value;
    }

    /** Goes back to a position, as if nothing had been written after it. */
    public void rewind(int position) {
        at = position;
        written.values().removeIf(offset -> offset >= position);
    }

    /** What was written. */
    public byte[] message() {
        return Arrays.copyOf(octets, at);
    }

    private String label(String rest) {
        int dot = rest.indexOf('.');
        String label = dot < 0 ? rest : rest.substring(0, dot);
        u8(label.length()).latin1(label);
        return dot < 0 ? "" : rest.substring(dot + 1);
    }

    private void room(int count) {
        if (at + count > octets.length) {
            if (at + count > Wire.MAX_MESSAGE) {
                throw new MessageTooLongException();
            }
            octets = Arrays.copyOf(octets, Math.min(Wire.MAX_MESSAGE, Math.max(2 * octets.length, at + count)));
        }
    }
}
