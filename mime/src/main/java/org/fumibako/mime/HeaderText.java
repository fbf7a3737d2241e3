// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Makes text for people of raw header values. */
public final class HeaderText {
    private HeaderText() {}

    /**
     * Decodes the encoded words of a raw value (one char an octet), wherever they stand, and raw 8-bit or ISO-2022-JP text
     * between them. Space between two words goes (RFC 2047 §6.2); the octets of neighbours in the same charset are joined
     * before they are decoded, since senders cut characters in two. Control characters become spaces. Linear time.
     */
    public static String decode(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        Decoding decoding = new Decoding(raw);
        return withoutControls(decoding.run());
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > 0x7e || (c == '=' && i + 1 < raw.length() && raw.charAt(i + 1) == '?')) {
                return false;
            }
        }
        return true;
    }

    /** The text with a space for each control character, so that nobody downstream sees a line break or NUL. */
    static String withoutControls(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= 0x7f && c < 0xa0) || c == '\u2028' || c == '\u2029') {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, ' ');
            }
        }
        return clean == null ? text : clean.toString();
    }

    /** One decoding. */
    private static final class Decoding {
        private final String raw;
        private final StringBuilder text;
        private final ByteArrayOutputStream joined = new ByteArrayOutputStream();
        private String charset = "";

        Decoding(String raw) {
            this.raw = raw;
            this.text = new StringBuilder(raw.length());
        }

        String run() {
            int plainBegin = 0;
            int search = 0;
            int begin = raw.indexOf("=?");
            while (begin >= 0) {
                EncodedWord word = EncodedWord.at(raw, begin);
                if (word == null) {
                    search = begin + 2;
                } else {
                    plain(plainBegin, begin);
                    add(word);
                    plainBegin = word.end();
                    search = word.end();
                }
                begin = raw.indexOf("=?", search);
            }
            plain(plainBegin, raw.length());
            flush();
            return text.toString();
        }

        private void plain(int begin, int end) {
            String between = raw.substring(begin, end);
            if (begin > 0 && end < raw.length() && between.isBlank()) {
                return;
            }
            if (!between.isEmpty()) {
                flush();
                text.append(MailCharsets.decode(between.getBytes(StandardCharsets.ISO_8859_1), ""));
            }
        }

        private void add(EncodedWord word) {
            String name = MailCharsets.canonical(word.charset());
            if (!name.equals(charset)) {
                flush();
                charset = name;
            }
            joined.writeBytes(word.octets());
        }

        private void flush() {
            if (joined.size() > 0) {
                text.append(MailCharsets.decode(joined.toByteArray(), charset));
                joined.reset();
            }
            charset = "";
        }
    }
}
