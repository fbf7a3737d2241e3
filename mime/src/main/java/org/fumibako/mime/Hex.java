// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/** Octets written as two hexadecimal digits. */
final class Hex {
    private Hex() {}

    /** The octet whose digits stand at {@code index}; negative when there are no two digits. */
    static int octet(String text, int index) {
        if (index + 1 >= text.length()) {
            return -1;
        }
        int high = digit(text.charAt(index));
        int low = digit(text.charAt(index + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** 0 to 15, or negative. */
    static int digit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
