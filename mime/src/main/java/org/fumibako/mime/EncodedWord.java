// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One encoded word (RFC 2047 §2), read as leniently as mail needs: spaces in its text, padding missing, letters of any case, a
 * language after the charset (RFC 2231 §5).
 *
 * @param end index behind the word
 */
record EncodedWord(String charset, byte[] octets, int end) {
    /** Characters of a charset and a language; a longer run between question marks is no charset. */
    private static final int MAX_CHARSET = 80;

    /** The word at {@code begin}, where {@code =?} stands; null when it is none. */
    static @Nullable EncodedWord at(String text, int begin) {
        int charsetEnd = charsetEnd(text, begin + 2);
        if (charsetEnd < 0 || charsetEnd + 2 >= text.length() || text.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        int content = charsetEnd + 3;
        int end = contentEnd(text, content);
        if (end < 0) {
            return null;
        }
        String encoded = text.substring(content, end);
        byte[] octets = switch (text.charAt(charsetEnd + 1)) {
            case 'b', 'B' -> Base64Alphabet.decode(encoded);
            case 'q', 'Q' -> fromQ(encoded);
            default -> null;
        };
        String charset = text.substring(begin + 2, charsetEnd);
        int language = charset.indexOf('*');
        return octets == null
                ? null
                : new EncodedWord(language < 0 ? charset : charset.substring(0, language), octets, end + 2);
    }

    private static int charsetEnd(String text, int begin) {
        int most = Math.min(text.length(), begin + MAX_CHARSET);
        for (int i = begin; i < most; i++) {
            char c = text.charAt(i);
            if (c == '?') {
                return i > begin ? i : -1;
            }
            if (c <= ' ' || c > 0x7e) {
                return -1;
            }
        }
        return -1;
    }

    /** Where {@code ?=} stands; -1 when the text ends or another word begins before it. */
    private static int contentEnd(String text, int begin) {
        for (int i = begin; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            char following = text.charAt(i + 1);
            if (c == '?' && following == '=') {
                return i;
            }
            if (c == '=' && following == '?' && !(i + 2 < text.length() && text.charAt(i + 2) == '=')) {
                return -1;
            }
        }
        return -1;
    }

    private static byte[] fromQ(String encoded) {
        byte[] octets = new byte[encoded.length()];
        int length = 0;
        int i = 0;
        while (i < encoded.length()) {
            char c = encoded.charAt(i);
            int value = c == '=' ? Hex.octet(encoded, i + 1) : -1;
            octets[length] = (byte) (value >= 0 ? value : c == '_' ? ' ' : c);
            length++;
            i += value >= 0 ? 3 : 1;
        }
        return Arrays.copyOf(octets, length);
    }
}
