// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.util.Optional;

/** The encoding of parameter values: {@code +} and two capital hexadecimal digits for what is not printable (RFC 3461 §4). */
final class Xtext {
    private Xtext() {}

    /** The decoded value; empty when {@code text} is not xtext or holds an encoded control character. */
    static Optional<String> decode(String text) {
        StringBuilder value = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+') {
                int high = i + 2 < text.length() ? hex(text.charAt(i + 1)) : -1;
                int low = high >= 0 ? hex(text.charAt(i + 2)) : -1;
                if (low < 0) {
                    return Optional.empty();
                }
                c = (char) (high << 4 | low);
                i += 2;
            } else if (c == '=' || c < '!' || c == 0x7f) {
                return Optional.empty();
            }
            if (c < 0x20 || (c >= 0x7f && c <= 0x9f)) {
                return Optional.empty();
            }
            value.append(c);
        }
        return Optional.of(value.toString());
    }

    private static int hex(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }
}
