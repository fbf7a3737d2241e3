// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.results;

import java.util.Locale;

/** The words of the field; comments and white space between them are passed over. */
final class ResultsLexer {
    /** Comments in comments; whoever writes more wants to confuse somebody. */
    private static final int MAX_DEPTH = 8;

    private final String text;
    private int position;

    ResultsLexer(String text) {
        this.text = text;
    }

    /** The text is no such field. */
    static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1L;

        SyntaxException() {
            super(null, null, false, false);
        }
    }

    boolean isAtEnd() throws SyntaxException {
        space();
        return position == text.length();
    }

    boolean isAt(char c) throws SyntaxException {
        space();
        return position < text.length() && text.charAt(position) == c;
    }

    boolean skip(char c) throws SyntaxException {
        boolean there = isAt(c);
        position += there ? 1 : 0;
        return there;
    }

    void expect(char c) throws SyntaxException {
        if (!skip(c)) {
            throw new SyntaxException();
        }
    }

    /** Letters, digits, hyphens and underscores, made small. */
    String keyword() throws SyntaxException {
        return run("").toLowerCase(Locale.ROOT);
    }

    void version() throws SyntaxException {
        if (!run("").chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new SyntaxException();
        }
    }

    /** A quoted-string without its quotes, a token, an address or what others write without quotes. */
    String value() throws SyntaxException {
        return isAt('"') ? quoted() : run(".@+/=:[]!#$%&'*^`{|}~?,<>");
    }

    private String run(String others) throws SyntaxException {
        space();
        int from = position;
        while (position < text.length() && isWord(text.charAt(position), others)) {
            position++;
        }
        if (from == position) {
            throw new SyntaxException();
        }
        return text.substring(from, position);
    }

    private static boolean isWord(char c, String others) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c > 0x7F
                || others.indexOf(c) >= 0;
    }

    private String quoted() throws SyntaxException {
        StringBuilder value = new StringBuilder();
        for (position++; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c == '"') {
                position++;
                return value.toString();
            }
            if (c == '\\' && ++position < text.length()) {
                c = text.charAt(position);
            }
            value.append(c);
        }
        throw new SyntaxException();
    }

    private void space() throws SyntaxException {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '(') {
                comment();
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                position++;
            } else {
                return;
            }
        }
    }

    private void comment() throws SyntaxException {
        int depth = 0;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '\\') {
                position++;
            } else if (c == '(' && ++depth > MAX_DEPTH) {
                throw new SyntaxException();
            } else if (c == ')' && --depth == 0) {
                return;
            }
        }
        throw new SyntaxException();
    }
}
