// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The fields of a message's header as they lie there, top to bottom. Lines that are no field (no colon, a control character or a
 * space inside the name) are passed over, with the lines that continue them.
 *
 * <p>Immutable; the octets are not copied and must not change.
 */
public final class HeaderFields {
    /** Says that there is no such field. */
    public static final int NONE = -1;

    private final byte[] octets;
    private final int end;
    private int[] begins = new int[32];
    private int[] ends = new int[32];
    private int[] above = new int[32];
    private int size;
    private final Map<String, Integer> lowest = new HashMap<>();

    /** Reads {@code octets} up to {@code end}, or as many fields as {@code most}. */
    HeaderFields(byte[] octets, int end, int most) {
        this.octets = octets;
        this.end = end;
        int begin = 0;
        while (begin < end && size < most) {
            int next = nextField(begin);
            int nameEnd = nameEnd(begin, next);
            if (nameEnd > begin) {
                add(begin, nameEnd, next);
            }
            begin = next;
        }
    }

    /** How many fields. */
    public int size() {
        return size;
    }

    /** The lowest field of that name, which is given in lower case, or {@link #NONE}. */
    public int lowest(String name) {
        return lowest.getOrDefault(name, NONE);
    }

    /** The next field above with the same name, or {@link #NONE}. */
    public int above(int field) {
        return above[field];
    }

    /** How many fields have that name, which is given in lower case. */
    public int count(String name) {
        int count = 0;
        for (int field = lowest(name); field != NONE; field = above(field)) {
            count++;
        }
        return count;
    }

    /** Indexes of the fields of that name, top to bottom. */
    public int[] all(String name) {
        int[] fields = new int[count(name)];
        int next = fields.length;
        for (int field = lowest(name); field != NONE; field = above(field)) {
            next--;
            fields[next] = field;
        }
        return fields;
    }

    /** Octets of a field with its name and line breaks. */
    public int length(int field) {
        return ends[field] - begins[field];
    }

    /** What is behind the colon, line breaks and all, one char an octet (ISO 8859-1). */
    public String value(int field) {
        int colon = begins[field];
        while (octets[colon] != ':') {
            colon++;
        }
        return new String(octets, colon + 1, ends[field] - colon - 1, StandardCharsets.ISO_8859_1);
    }

    /** Appends the canonical form of a field. */
    public void canonical(int field, Canonicalization form, OctetBuffer out) {
        form.field(octets, begins[field], ends[field], out);
    }

    /**
     * Appends the canonical form of a signature's own field, without the characters from {@code from} to {@code to} of its
     * {@link #value} and without a line break at the end (RFC 6376 §3.7).
     */
    public void canonicalWithout(int field, int from, int to, Canonicalization form, OctetBuffer out) {
        byte[] whole = Arrays.copyOfRange(octets, begins[field], ends[field]);
        int value = whole.length - value(field).length();
        System.arraycopy(whole, value + to, whole, value + from, whole.length - value - to);
        form.field(whole, 0, whole.length - (to - from), out);
        out.dropLineBreak();
    }

    private int nextField(int begin) {
        int i = begin;
        do {
            while (i < end && octets[i] != '\n') {
                i++;
            }
            i = Math.min(i + 1, end);
        } while (i < end && (octets[i] == ' ' || octets[i] == '\t'));
        return i;
    }

    /** Where the name ends; {@code begin} when the line is no field. Old mail has space before the colon (RFC 5322 §4.5). */
    private int nameEnd(int begin, int limit) {
        int i = begin;
        while (i < limit && octets[i] > ' ' && octets[i] < 0x7f && octets[i] != ':') {
            i++;
        }
        int colon = i;
        while (colon < limit && (octets[colon] == ' ' || octets[colon] == '\t')) {
            colon++;
        }
        return colon < limit && octets[colon] == ':' ? i : begin;
    }

    private void add(int begin, int nameEnd, int next) {
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            above = Arrays.copyOf(above, size * 2);
        }
        begins[size] = begin;
        ends[size] = next;
        String name = new String(octets, begin, nameEnd - begin, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        Integer other = lowest.put(name, size);
        above[size] = other == null ? NONE : other;
        size++;
    }
}
