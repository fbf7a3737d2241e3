// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Foreign text made fit for header fields and lines: nothing in it ends a line or moves a cursor. */
public final class FieldText {
    /** Octets of a line that {@link #folded} begins a new line after, where it can. */
    private static final int LINE = 76;

    /** Characters that fit into one encoded-word of UTF-8 in base64 (RFC 2047 §2), at three octets each. */
    private static final int WORD = 14;

    private FieldText() {}

    /** One line: control characters, line and paragraph separators and unpaired surrogates become spaces. */
    public static String line(String text, int max) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), max));
        text.codePoints().limit(max).map(FieldText::harmless).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static int harmless(int c) {
        int type = Character.getType(c);
        boolean harmful = type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.FORMAT
                || type == Character.SURROGATE;
        return harmful ? ' ' : c;
    }

    /** Like {@link #line}, and ASCII: for fields that have no way to say more. */
    static String ascii(String text, int max) {
        return line(text, max).replaceAll("[^ -~]", "?");
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** A field's value broken into lines at spaces; a word longer than a line may be is broken anywhere. */
    static String folded(String value) {
        StringBuilder lines = new StringBuilder(value.length() + 16);
        int length = 0;
        for (String word : value.split(" ", -1)) {
            String rest = word;
            if (length > 0 && length + 1 + rest.length() > LINE) {
                lines.append("\r\n");
                length = 0;
            }
            while (rest.length() > 900) {
                lines.append(' ').append(rest, 0, 900).append("\r\n");
                rest = rest.substring(900);
            }
            lines.append(' ').append(rest);
            length += 1 + rest.length();
        }
        return lines.substring(1);
    }

    /** Unstructured text as encoded-words, folded (RFC 2047 §5). */
    public static String encoded(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int from = 0; from < characters.length; from += WORD) {
            String part = new String(characters, from, Math.min(WORD, characters.length - from));
            words.append(words.isEmpty() ? "" : "\r\n ")
                    .append("=?UTF-8?B?")
                    .append(Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                    .append("?=");
        }
        return words.toString();
    }
}
