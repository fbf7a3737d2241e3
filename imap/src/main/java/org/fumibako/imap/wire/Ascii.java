// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

/** Character classes of RFC 9051 §9. */
final class Ascii {
    private Ascii() {}

    /** {@code ATOM-CHAR}: printable ASCII without parentheses, brace, percent, asterisk, quote, backslash, bracket and space. */
    static boolean isAtomChar(int c) {
        return c > ' ' && c < 0x7f && "(){%*\"\\]".indexOf(c) < 0;
    }

    /** {@code ASTRING-CHAR}: an atom's, and {@code ]}. */
    static boolean isAstringChar(int c) {
        return isAtomChar(c) || c == ']';
    }

    /** {@code list-char}: an astring's, and the wildcards. */
    static boolean isListChar(int c) {
        return isAstringChar(c) || c == '%' || c == '*';
    }

    /** Whether {@code text} can be written as an atom; NIL can not, it would be read as absent. */
    static boolean isAtom(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAtomChar(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && !text.equalsIgnoreCase("NIL");
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
