// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.fumibako.model.EmailAddress;

/**
 * Writes header fields of messages that we compose, folded and in US-ASCII: text beyond it becomes encoded words in UTF-8
 * (RFC 2047). Whatever the values are, they never end the field: line breaks and control characters become spaces.
 */
public final class HeaderWriter {
    /** Characters of a line, as RFC 5322 §2.1.1 advises. */
    private static final int LINE = 78;

    /** Octets of UTF-8 in one encoded word: with its frame no more than the 75 characters of RFC 2047 §2. */
    private static final int WORD_OCTETS = 45;

    /** The same where the name of a parameter and a quote stand before the word. */
    private static final int QUOTED_WORD_OCTETS = 42;

    /** Octets of UTF-8 in one piece of a parameter: three characters each, and some room for its name and charset. */
    private static final int PIECE_OCTETS = 18;

    private static final String WORD_BEGIN = "=?UTF-8?B?";
    private static final String WORD_END = "?=";

    private final StringBuilder out = new StringBuilder();
    private int column;

    private HeaderWriter() {}

    /** {@code name: value} CRLF, for unstructured text such as a subject. */
    public static String text(String name, String value) {
        HeaderWriter writer = new HeaderWriter();
        writer.append(name + ":");
        String clean = HeaderText.withoutControls(value).strip();
        if (isPlain(clean)) {
            writer.words(clean);
        } else {
            writer.encoded(clean);
        }
        return writer.end();
    }

    /** {@code name: Display Name <address>} CRLF; the bare address when the display name is empty. */
    public static String address(String name, String displayName, EmailAddress address) {
        HeaderWriter writer = new HeaderWriter();
        writer.append(name + ":");
        String clean = HeaderText.withoutControls(displayName).strip();
        if (clean.isEmpty()) {
            writer.word(address.toString());
        } else {
            if (isPlain(clean)) {
                writer.word('"' + clean.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
            } else {
                writer.encoded(clean);
            }
            writer.word("<" + address + ">");
        }
        return writer.end();
    }

    /**
     * The two fields that name an attached part, CRLF included: {@code Content-Type} with the name in encoded words, which old
     * Japanese clients read, and {@code Content-Disposition} with it as RFC 2231 wants.
     *
     * @param type media type with its other parameters, if any
     */
    public static String attachment(String type, String fileName) {
        String clean = HeaderText.withoutControls(fileName).strip();
        HeaderWriter content = new HeaderWriter();
        content.append("Content-Type: " + type + ";");
        HeaderWriter disposition = new HeaderWriter();
        disposition.append("Content-Disposition: attachment;");
        if (isPlain(clean)) {
            String quoted = '"' + clean.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            content.word("name=" + quoted);
            disposition.word("filename=" + quoted);
        } else {
            content.fold("name=\"");
            content.wordsInside(clean);
            content.append("\"");
            disposition.extended("filename", clean);
        }
        return content.end() + disposition.end();
    }

    /** Printable US-ASCII that no reader takes for an encoded word. */
    private static boolean isPlain(String text) {
        return !text.contains("=?") && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private void words(String text) {
        for (String word : text.split(" ", -1)) {
            word(word);
        }
    }

    /** A space and the word, or a new line and the word where it would not fit. */
    private void word(String word) {
        if (column + 1 + word.length() > LINE && column > 1 && !word.isEmpty()) {
            fold(word);
        } else {
            append(" " + word);
        }
    }

    private void fold(String word) {
        out.append("\r\n");
        column = 0;
        append(" " + word);
    }

    private void encoded(String text) {
        int begin = 0;
        while (begin < text.length()) {
            int end = chunkEnd(text, begin, WORD_OCTETS);
            word(encodedWord(text.substring(begin, end)));
            begin = end;
        }
    }

    /** Encoded words inside quotes, each on its own line. */
    private void wordsInside(String text) {
        int begin = 0;
        while (begin < text.length()) {
            int end = chunkEnd(text, begin, QUOTED_WORD_OCTETS);
            String word = encodedWord(text.substring(begin, end));
            if (begin == 0) {
                append(word);
            } else {
                fold(word);
            }
            begin = end;
        }
    }

    /** RFC 2231 §3 and §4: pieces of percent-encoded UTF-8, each on its own line. */
    private void extended(String name, String text) {
        int begin = 0;
        for (int piece = 0; begin < text.length(); piece++) {
            int end = chunkEnd(text, begin, PIECE_OCTETS);
            boolean only = piece == 0 && end == text.length();
            String label = only ? "*=" : "*" + piece + "*=";
            fold(name + label + (piece == 0 ? "UTF-8''" : "") + percent(text.substring(begin, end)));
            append(end < text.length() ? ";" : "");
            begin = end;
        }
    }

    private static String percent(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain =
                    (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-';
            encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }

    private static String encodedWord(String text) {
        return WORD_BEGIN + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + WORD_END;
    }

    /** Behind the last whole character that still fits into {@code most} octets of UTF-8. */
    private static int chunkEnd(String text, int begin, int most) {
        int end = begin;
        int octets = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            octets += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (octets > most) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private void append(String text) {
        out.append(text);
        column += text.length();
    }

    private String end() {
        return out.append("\r\n").toString();
    }
}
