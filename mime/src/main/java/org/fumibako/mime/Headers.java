// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fumibako.model.Content;

/**
 * The fields of one header (RFC 5322 §2.2), in order. Values are raw: unfolded and trimmed, not decoded, one char an octet
 * (ISO 8859-1), so that nothing is lost; {@link HeaderText#decode} makes text of them. Lines that are no field (no colon, a
 * space in the name) are passed over.
 *
 * <p>Immutable; the octets are not copied and must not change.
 */
public final class Headers {
    /** Slots of {@link #index} for one field: its begin, the end of its name, the begin of its value, its end. */
    private static final int SLOTS = 4;

    private final byte[] octets;
    private final MimeLimits limits;
    private final int[] index;
    private final int size;

    private Headers(byte[] octets, MimeLimits limits, int[] index, int size) {
        this.octets = octets;
        this.limits = limits;
        this.index = index;
        this.size = size;
    }

    /** Reads a header: all octets, or up to the first empty line. */
    public static Headers of(byte[] octets) {
        return of(octets, octets.length, MimeLimits.DEFAULT);
    }

    /** Reads the header at the beginning of a message, at most {@code limits.headerOctets()} octets of it. */
    public static Headers read(Content message, MimeLimits limits) throws IOException {
        HeaderBlock block = new HeaderBlock(limits);
        try (OctetWindow window = OctetWindow.over(message)) {
            while (window.advance() && !window.isEmptyLine()) {
                block.append(window);
            }
        }
        return block.headers();
    }

    static Headers of(byte[] octets, int length, MimeLimits limits) {
        FieldIndex fields = new FieldIndex(limits.headerFields());
        fields.read(octets, length);
        return new Headers(octets, limits, fields.slots, fields.size);
    }

    /** How many fields. */
    public int size() {
        return size;
    }

    /** Name of a field as it is written. */
    public String name(int field) {
        int begin = index[field * SLOTS];
        return new String(octets, begin, index[field * SLOTS + 1] - begin, StandardCharsets.ISO_8859_1);
    }

    /** Raw value of a field, at most {@code limits.fieldOctets()} octets of it. */
    public String value(int field) {
        int begin = index[field * SLOTS + 2];
        int end = Math.min(index[field * SLOTS + 3], begin + limits.fieldOctets());
        return unfold(begin, end);
    }

    /** Raw value of the first field of that name, in any case. */
    public Optional<String> first(String name) {
        for (int field = 0; field < size; field++) {
            if (named(field, name)) {
                return Optional.of(value(field));
            }
        }
        return Optional.empty();
    }

    /** Raw values of all fields of that name, in order. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(1);
        for (int field = 0; field < size; field++) {
            if (named(field, name)) {
                values.add(value(field));
            }
        }
        return values;
    }

    /**
     * The fields whose name is wanted, as they are written, with an empty line at the end: what BODY[HEADER.FIELDS (..)]
     * answers (RFC 9051 §6.4.5). The predicate sees names as they are written.
     */
    public byte[] select(Predicate<String> wanted) {
        ByteArrayOutputStream selected = new ByteArrayOutputStream(512);
        for (int field = 0; field < size; field++) {
            if (wanted.test(name(field))) {
                int begin = index[field * SLOTS];
                int end = index[field * SLOTS + 3];
                selected.write(octets, begin, end - begin);
                if (octets[end - 1] != '\n') {
                    selected.writeBytes(new byte[] {'\r', '\n'});
                }
            }
        }
        selected.writeBytes(new byte[] {'\r', '\n'});
        return selected.toByteArray();
    }

    private boolean named(int field, String name) {
        int begin = index[field * SLOTS];
        if (index[field * SLOTS + 1] - begin != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (lower(octets[begin + i]) != lower((byte) name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
    }

    /** Line breaks go, the white space after them stays (RFC 5322 §2.2.3). */
    private String unfold(int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && isSpace(octets[from])) {
            from++;
        }
        while (to > from && isSpace(octets[to - 1])) {
            to--;
        }
        byte[] flat = null;
        int length = 0;
        for (int i = from; i < to; i++) {
            if (isFold(i, to)) {
                flat = flat == null ? Arrays.copyOfRange(octets, from, to) : flat;
            } else if (flat != null) {
                flat[length] = octets[i];
                length++;
            } else {
                length++;
            }
        }
        return flat == null
                ? new String(octets, from, to - from, StandardCharsets.ISO_8859_1)
                : new String(flat, 0, length, StandardCharsets.ISO_8859_1);
    }

    private boolean isFold(int i, int end) {
        byte octet = octets[i];
        return octet == '\n' || (octet == '\r' && i + 1 < end && octets[i + 1] == '\n');
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }

    /** Finds where fields begin and end. */
    private static final class FieldIndex {
        private final int most;
        private int[] slots = new int[32 * SLOTS];
        private int size;

        FieldIndex(int most) {
            this.most = most;
        }

        void read(byte[] octets, int length) {
            int begin = 0;
            while (begin < length && size < most && !isEmptyLine(octets, begin, length)) {
                int end = endOfField(octets, begin, length);
                add(octets, begin, end);
                begin = end;
            }
        }

        private static boolean isEmptyLine(byte[] octets, int begin, int length) {
            return octets[begin] == '\n' || (octets[begin] == '\r' && begin + 1 < length && octets[begin + 1] == '\n');
        }

        private static int endOfField(byte[] octets, int begin, int length) {
            for (int i = begin; i < length; i++) {
                if (octets[i] == '\n' && (i + 1 == length || (octets[i + 1] != ' ' && octets[i + 1] != '\t'))) {
                    return i + 1;
                }
            }
            return length;
        }

        private void add(byte[] octets, int begin, int end) {
            int nameEnd = begin;
            while (nameEnd < end && octets[nameEnd] > ' ' && octets[nameEnd] < 0x7f && octets[nameEnd] != ':') {
                nameEnd++;
            }
            int colon = nameEnd;
            while (colon < end && (octets[colon] == ' ' || octets[colon] == '\t')) {
                colon++;
            }
            if (nameEnd == begin || colon == end || octets[colon] != ':') {
                return;
            }
            if ((size + 1) * SLOTS > slots.length) {
                slots = Arrays.copyOf(slots, slots.length * 2);
            }
            slots[size * SLOTS] = begin;
            slots[size * SLOTS + 1] = nameEnd;
            slots[size * SLOTS + 2] = colon + 1;
            slots[size * SLOTS + 3] = end;
            size++;
        }
    }
}
