// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.model.Content;

/** The header of a message as policy looks at it: field names and raw bodies (RFC 5322 §2.2). */
public final class HeaderFields {
    /** Octets looked at; the SMTP and LMTP servers take no longer header. */
    public static final int MAX_HEADER = 1024 * 1024;

    private final byte[] octets;
    private final int end;

    private HeaderFields(byte[] octets) {
        this.octets = octets;
        this.end = headerEnd(octets);
    }

    /** Reads the header, up to {@link #MAX_HEADER}. */
    public static HeaderFields of(Content message) throws IOException {
        if (message.size() <= MAX_HEADER) {
            return new HeaderFields(message.bytes());
        }
        try (InputStream in = message.open(0, MAX_HEADER)) {
            return new HeaderFields(in.readAllBytes());
        }
    }

    /** How many fields of this name there are; names count without regard to case. */
    public int count(String name) {
        int count = 0;
        for (int line = 0; line < end; line = nextLine(line)) {
            if (bodyOf(line, name) >= 0) {
                count++;
            }
        }
        return count;
    }

    /** The bodies of the fields of this name, unfolded. */
    public List<String> bodies(String name) {
        List<String> bodies = new ArrayList<>(1);
        for (int line = 0; line < end; line = nextLine(line)) {
            int body = bodyOf(line, name);
            if (body >= 0) {
                bodies.add(unfolded(body));
            }
        }
        return bodies;
    }

    private String unfolded(int body) {
        int stop = nextLine(body);
        while (stop < end && (octets[stop] == ' ' || octets[stop] == '\t')) {
            stop = nextLine(stop);
        }
        String raw = new String(octets, body, stop - body, StandardCharsets.UTF_8);
        return raw.replace("\r\n", "").strip();
    }

    /** Where the body begins when the line is a field of this name, else -1. White space before the colon is obsolete syntax. */
    private int bodyOf(int line, String name) {
        int i = line;
        for (int n = 0; n < name.length(); n++, i++) {
            if (i >= end || lower(octets[i]) != lower((byte) name.charAt(n))) {
                return -1;
            }
        }
        while (i < end && (octets[i] == ' ' || octets[i] == '\t')) {
            i++;
        }
        return i < end && octets[i] == ':' ? i + 1 : -1;
    }

    private int nextLine(int from) {
        int i = from;
        while (i < end && octets[i] != '\n') {
            i++;
        }
        return i < end ? i + 1 : end;
    }

    private static int lower(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? octet + 32 : octet;
    }

    /** Where the empty line begins that ends the header. */
    private static int headerEnd(byte[] octets) {
        for (int i = 0; i + 1 < octets.length; i++) {
            if (octets[i] == '\r' && octets[i + 1] == '\n' && (i == 0 || octets[i - 1] == '\n')) {
                return i;
            }
        }
        return octets.length;
    }
}
