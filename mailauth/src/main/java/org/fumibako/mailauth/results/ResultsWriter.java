// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.results;

/** Writes the field, so that no value can be taken for anything but a value. */
final class ResultsWriter {
    /** Characters of a value that are written: an address has 254 (RFC 5321 §4.5.3.1). */
    static final int MAX_VALUE = 254;

    /** Where lines are folded, if they can be (RFC 5322 §2.1.1). */
    private static final int LINE = 78;

    private static final String FOLD = "\r\n\t";

    private final StringBuilder field;
    private int lineStart;

    ResultsWriter(String begin) {
        this.field = new StringBuilder(200).append(begin);
    }

    String write(AuthenticationResults results) {
        field.append(value(results.authservId()));
        if (results.results().isEmpty()) {
            field.append("; none");
        }
        results.results().forEach(this::write);
        return field.append("\r\n").toString();
    }

    private void write(MethodResult result) {
        field.append(';').append(FOLD);
        lineStart = field.length();
        field.append(keyword(result.method())).append('=').append(keyword(result.result()));
        result.reason().ifPresent(reason -> word("reason=" + value(reason)));
        result.properties()
                .forEach(property -> word(
                        keyword(property.type()) + "." + keyword(property.name()) + "=" + value(property.value())));
    }

    private void word(String word) {
        if (field.length() - lineStart + word.length() >= LINE) {
            field.append(FOLD);
            lineStart = field.length();
        } else {
            field.append(' ');
        }
        field.append(word);
    }

    private static String keyword(String keyword) {
        if (keyword.isEmpty() || !keyword.chars().allMatch(c -> isLetterOrDigit(c) || c == '-' || c == '_')) {
            throw new IllegalArgumentException("not a keyword: " + keyword);
        }
        return keyword;
    }

    /** A token or address as it is, anything else as a quoted-string of printable ASCII. */
    private static String value(String text) {
        String cut = text.length() > MAX_VALUE ? text.substring(0, MAX_VALUE) : text;
        return isPlain(cut) ? cut : quoted(cut);
    }

    /** {@code a}, {@code a@b} or {@code @b} of characters that need no quotes in a token (RFC 2045 §5.1). */
    private static boolean isPlain(String text) {
        int at = text.indexOf('@');
        return !text.isEmpty()
                && at == text.lastIndexOf('@')
                && at < text.length() - 1
                && text.chars().allMatch(c -> isLetterOrDigit(c) || ".-_+@".indexOf(c) >= 0);
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 8).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else {
                quoted.append(c >= ' ' && c < 0x7F ? c : '?');
            }
        }
        return quoted.append('"').toString();
    }
}
