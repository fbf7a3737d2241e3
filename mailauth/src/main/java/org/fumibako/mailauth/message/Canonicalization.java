// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.util.Optional;

/** How octets are made equal before they are signed (RFC 6376 §3.4). */
public enum Canonicalization {
    /** As they are; empty lines at the end of a body do not count. */
    SIMPLE("simple") {
        @Override
        void field(byte[] octets, int begin, int end, OctetBuffer out) {
            int lineBegin = begin;
            for (int i = begin; i < end; i++) {
                if (octets[i] == '\n') {
                    int to = i > lineBegin && octets[i - 1] == '\r' ? i - 1 : i;
                    out.append(octets, lineBegin, to);
                    out.lineBreak();
                    lineBegin = i + 1;
                }
            }
            if (lineBegin < end) {
                out.append(octets, lineBegin, end);
                out.lineBreak();
            }
        }
    },
    /** Without regard to the case of names, to folding and to the amount of white space. */
    RELAXED("relaxed") {
        @Override
        void field(byte[] octets, int begin, int end, OctetBuffer out) {
            int colon = begin;
            while (colon < end && octets[colon] != ':') {
                colon++;
            }
            int nameEnd = colon;
            while (nameEnd > begin && isSpace(octets[nameEnd - 1])) {
                nameEnd--;
            }
            for (int i = begin; i < nameEnd; i++) {
                out.append(lower(octets[i]));
            }
            out.append((byte) ':');
            value(octets, Math.min(colon + 1, end), end, out);
            out.lineBreak();
        }
    };

    private final String token;

    Canonicalization(String token) {
        this.token = token;
    }

    /** The word in c=. */
    public String token() {
        return token;
    }

    public static Optional<Canonicalization> of(String token) {
        for (Canonicalization form : values()) {
            if (form.token.equals(token)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** Appends the canonical form of one field with its line break; the field may lie there with or without one. */
    abstract void field(byte[] octets, int begin, int end, OctetBuffer out);

    /** RFC 6376 §3.4.2: a run of white space, line breaks included, is one space, and none at either end. */
    private static void value(byte[] octets, int begin, int end, OctetBuffer out) {
        boolean space = false;
        boolean first = true;
        for (int i = begin; i < end; i++) {
            byte octet = octets[i];
            if (isSpace(octet) || isLineBreak(octets, i, end)) {
                space = true;
            } else {
                if (space && !first) {
                    out.append((byte) ' ');
                }
                out.append(octet);
                space = false;
                first = false;
            }
        }
    }

    private static boolean isLineBreak(byte[] octets, int i, int end) {
        return octets[i] == '\n' || (octets[i] == '\r' && i + 1 < end && octets[i + 1] == '\n');
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private static byte lower(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? (byte) (octet + ('a' - 'A')) : octet;
    }
}
