// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.header;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.Headers;

/**
 * Puts {@code [SPAM]} before a subject without touching an octet of it: encoded words (RFC 2047), ISO-2022-JP with its escapes, raw 8-bit
 * text and folds stay what they are, so whoever could read the subject still can. The tag has a line of its own where the first line
 * would become longer than encoded words allow (RFC 2047 §2).
 */
public final class SubjectTag {
    /** As the seed service writes it. */
    public static final String TAG = "[SPAM]";

    private static final int MAX_LINE = 76;

    private SubjectTag() {}

    /** The field with the tag, unless it has one. {@code field} is a whole Subject field, its line break included. */
    static byte[] tagged(byte[] field) {
        String subject =
                Headers.of(field).first("Subject").map(HeaderText::decode).orElse("");
        if (subject.startsWith(TAG)) {
            return field;
        }
        int colon = 0;
        while (colon < field.length && field[colon] != ':') {
            colon++;
        }
        int begin = Math.min(colon + 1, field.length);
        int text = begin;
        while (text < field.length && (field[text] == ' ' || field[text] == '\t')) {
            text++;
        }
        ByteArrayOutputStream tagged = new ByteArrayOutputStream(field.length + 20);
        tagged.write(field, 0, begin);
        tagged.writeBytes((" " + TAG).getBytes(StandardCharsets.US_ASCII));
        if (!isLineBreak(field, text)) {
            boolean fits = lineEnd(field, text) - text + begin + TAG.length() + 2 <= MAX_LINE;
            tagged.writeBytes((fits ? " " : "\r\n ").getBytes(StandardCharsets.US_ASCII));
        }
        tagged.write(field, text, field.length - text);
        return tagged.toByteArray();
    }

    private static boolean isLineBreak(byte[] field, int at) {
        return at >= field.length
                || field[at] == '\n'
                || (field[at] == '\r' && at + 1 < field.length && field[at + 1] == '\n');
    }

    private static int lineEnd(byte[] field, int from) {
        int end = from;
        while (!isLineBreak(field, end)) {
            end++;
        }
        return end;
    }
}
