// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import org.jspecify.annotations.Nullable;

/**
 * Cuts the value of an address field into words, quoted strings, comments and separators (RFC 5322 §3.2). Every character is
 * passed over a bounded number of times: a quote or parenthesis that is never closed is looked for once and is an ordinary
 * character from then on.
 */
final class AddressLexer {
    /** What {@link #advance} found; its content is {@link #text}. */
    enum Token {
        WORD,
        QUOTED,
        COMMENT,
        /** One of {@code , ; : < > @}. */
        SEPARATOR,
        END
    }

    private final String value;
    private int position;
    private boolean quotesBroken;
    private boolean commentsBroken;
    private boolean spaceBefore;
    private String text = "";

    AddressLexer(String value) {
        this.value = value;
    }

    /** Content of the token, without quotes, parentheses and backslashes. */
    String text() {
        return text;
    }

    char separator() {
        return text.charAt(0);
    }

    boolean isSeparator(Token token, char c) {
        return token == Token.SEPARATOR && separator() == c;
    }

    /** Whether white space or a comment stood before the token. */
    boolean spaceBefore() {
        return spaceBefore;
    }

    Token advance() {
        skipSpace();
        if (position >= value.length()) {
            return Token.END;
        }
        char c = value.charAt(position);
        if (c == '"' && !quotesBroken) {
            String quoted = enclosed('"', '"');
            if (quoted != null) {
                text = quoted;
                return Token.QUOTED;
            }
            quotesBroken = true;
        }
        if (c == '(' && !commentsBroken) {
            String comment = enclosed('(', ')');
            if (comment != null) {
                text = comment.strip();
                return Token.COMMENT;
            }
            commentsBroken = true;
        }
        return isSeparator(c) ? separator(c) : word();
    }

    private void skipSpace() {
        int begin = position;
        while (position < value.length() && FieldText.isSpace(value.charAt(position))) {
            position++;
        }
        spaceBefore = position > begin;
    }

    private Token separator(char c) {
        text = String.valueOf(c);
        position++;
        return Token.SEPARATOR;
    }

    private Token word() {
        int begin = position;
        boolean literal = value.charAt(position) == '[';
        position++;
        while (position < value.length() && !endsWord(value.charAt(position), literal)) {
            literal = literal && value.charAt(position) != ']';
            position++;
        }
        text = value.substring(begin, position);
        return Token.WORD;
    }

    /** The colons of an IPv6 address literal separate nothing. */
    private boolean endsWord(char c, boolean inLiteral) {
        return FieldText.isSpace(c)
                || (isSeparator(c) && !(inLiteral && c == ':'))
                || (c == '"' && !quotesBroken)
                || (c == '(' && !commentsBroken);
    }

    private static boolean isSeparator(char c) {
        return switch (c) {
            case ',', ';', ':', '<', '>', '@' -> true;
            default -> false;
        };
    }

    /** What stands between {@code open} and its {@code close}; null when it is not closed. Moves behind it. */
    private @Nullable String enclosed(char open, char close) {
        int end = closing(open, close);
        if (end < 0) {
            return null;
        }
        String inner = value.substring(position + 1, end);
        position = end + 1;
        return inner.indexOf('\\') < 0 ? inner : unescape(inner);
    }

    private int closing(char open, char close) {
        int depth = 1;
        for (int i = position + 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == close) {
                depth--;
                if (depth == 0) {
                    return i;
                }
            } else if (c == open) {
                depth++;
            }
        }
        return -1;
    }

    private static String unescape(String inner) {
        StringBuilder plain = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length()) {
                i++;
                c = inner.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
