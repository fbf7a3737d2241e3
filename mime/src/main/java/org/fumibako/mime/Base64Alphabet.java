// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/** The alphabet of RFC 4648 §4. */
final class Base64Alphabet {
    private Base64Alphabet() {}

    /** 0 to 63, or negative for an octet that is not in the alphabet. */
    static int value(int octet) {
        if (octet >= 'A' && octet <= 'Z') {
            return octet - 'A';
        }
        if (octet >= 'a' && octet <= 'z') {
            return octet - 'a' + 26;
        }
        if (octet >= '0' && octet <= '9') {
            return octet - '0' + 52;
        }
        return octet == '+' ? 62 : octet == '/' ? 63 : -1;
    }

    /** Decodes as much as there is: other octets are passed over, padding is not needed and ends nothing. */
    static byte[] decode(String text) {
        byte[] octets = new byte[text.length() * 3 / 4 + 3];
        int length = 0;
        int bits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c < 0x80 ? value(c) : -1;
            if (c == '=') {
                held = 0;
            } else if (value >= 0) {
                bits = bits << 6 | value;
                held += 6;
                if (held >= 8) {
                    held -= 8;
                    octets[length++] = (byte) (bits >>> held);
                }
            }
        }
        return java.util.Arrays.copyOf(octets, length);
    }
}
