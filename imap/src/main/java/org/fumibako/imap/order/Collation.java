// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** Makes keys of texts whose octets compare as the texts do under i;unicode-casemap (RFC 5051 §2). */
final class Collation {
    /** Characters of a text that are compared. It bounds what one message can make us hold; nobody sees more in a list. */
    static final int MAX_CHARACTERS = 500;

    /** Octets of a key: decomposition can make a character many times longer. */
    static final int MAX_KEY = 2_000;

    private static final byte[] EMPTY = new byte[0];

    private Collation() {}

    /** The key of a text; the empty text's comes before all others. */
    static byte[] key(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        byte[] key = titlecased(cut(text)).getBytes(StandardCharsets.UTF_8);
        return key.length <= MAX_KEY ? key : Arrays.copyOf(key, MAX_KEY);
    }

    /** RFC 5051 §2: titlecase first, then full decomposition. */
    private static String titlecased(String text) {
        StringBuilder titlecase = new StringBuilder(text.length());
        boolean ascii = true;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            ascii &= character < 0x80;
            titlecase.appendCodePoint(Character.toTitleCase(character));
            at += Character.charCount(character);
        }
        return ascii ? titlecase.toString() : Normalizer.normalize(titlecase, Normalizer.Form.NFKD);
    }

    private static String cut(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1));
        return text.substring(0, splits ? MAX_CHARACTERS - 1 : MAX_CHARACTERS);
    }
}
