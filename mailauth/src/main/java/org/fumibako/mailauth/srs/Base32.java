// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.srs;

import java.util.Locale;

/** Numbers in the alphabet of RFC 4648 §6, in small letters. */
final class Base32 {
    private static final int MAX_DIGITS = 12;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    static String of(long number, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = length - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt((int) (number >> (5 * i)) & 31));
        }
        return text.toString();
    }

    /** A positive number, or 0, in as few characters as it needs; nothing for 0. */
    static String of(long number) {
        int length = (Long.SIZE - Long.numberOfLeadingZeros(number) + 4) / 5;
        return of(number, length);
    }

    /** @return -1 when a character is none of the alphabet, in any case, or there are more than 12: 60 bits */
    static long number(String text) {
        if (text.length() > MAX_DIGITS) {
            return -1;
        }
        long number = 0;
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int digit = ALPHABET.indexOf(c);
            if (digit < 0) {
                return -1;
            }
            number = number << 5 | digit;
        }
        return number;
    }
}
