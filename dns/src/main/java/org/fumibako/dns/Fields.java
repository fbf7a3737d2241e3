// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

/** The widths of fields on the wire; what does not fit is refused with {@link IllegalArgumentException}. */
final class Fields {
    /** Octets of data in one record (RFC 1035 §3.2.1: a 16-bit length). */
    static final int MAX_DATA = 0xFFFF;

    private Fields() {}

    static void octet(int value) {
        within(value, 0xFF);
    }

    static void octets16(int value) {
        within(value, 0xFFFF);
    }

    static void octets32(long value) {
        within(value, 0xFFFF_FFFFL);
    }

    static void string(String octets, int max) {
        within(octets.length(), max);
        for (int i = 0; i < octets.length(); i++) {
            within(octets.charAt(i), 0xFF);
        }
    }

    private static void within(long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(value + " is not within 0 and " + max);
        }
    }
}
