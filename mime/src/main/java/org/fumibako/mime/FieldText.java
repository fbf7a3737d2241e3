// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the value of a structured field from left to right: tokens, quoted strings, comments (RFC 5322 §3.2, RFC 2045 §5.1). */
final class FieldText {
    private final String text;
    private int position;
    private boolean commentsBroken;

    FieldText(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    char peek() {
        return text.charAt(position);
    }

    /** The character, which is passed over. */
    char next() {
        return text.charAt(position++);
    }

    /** Passes over one character if it is this one. */
    boolean accept(char expected) {
        if (!atEnd() && peek() == expected) {
            position++;
            return true;
        }
        return false;
    }

    /** Passes over white space and comments. */
    void skipSpace() {
        while (!atEnd()) {
            char c = peek();
            if (c == '(' && !commentsBroken && skipComment()) {
                continue;
            }
            if (!isSpace(c)) {
                return;
            }
            position++;
        }
    }

    /** An unclosed comment is no comment; it is looked for once, so that many opening parentheses cost no more than one. */
    private boolean skipComment() {
        int depth = 0;
        for (int i = position; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
                if (depth == 0) {
                    position = i + 1;
                    return true;
                }
            }
        }
        commentsBroken = true;
        return false;
    }

    /** Characters up to a tspecial, white space or the end; possibly none. */
    String token() {
        int begin = position;
        while (!atEnd() && !isSpace(peek()) && "()<>@,;:\\\"/[]?=".indexOf(peek()) < 0) {
            position++;
        }
        return text.substring(begin, position);
    }

    /** Parameters up to the end, each after a semicolon; the first of two with the same name counts. */
    Map<String, String> parameters(int most) {
        Map<String, String> parameters = LinkedHashMap.newLinkedHashMap(4);
        while (parameters.size() < most && skipToParameter()) {
            String name = parameterName();
            skipSpace();
            if (accept('=')) {
                String value = parameterValue();
                if (!name.isEmpty()) {
                    parameters.putIfAbsent(name, value);
                }
            }
        }
        return parameters;
    }

    private boolean skipToParameter() {
        int semicolon = text.indexOf(';', position);
        position = semicolon < 0 ? text.length() : semicolon + 1;
        skipSpace();
        return !atEnd();
    }

    private String parameterName() {
        int begin = position;
        while (!atEnd() && !isSpace(peek()) && "=;\"".indexOf(peek()) < 0) {
            position++;
        }
        return text.substring(begin, position);
    }

    /** A quoted string, or whatever stands up to the next semicolon: senders forget to quote spaces. */
    private String parameterValue() {
        skipSpace();
        if (accept('"')) {
            return quotedRest();
        }
        int begin = position;
        while (!atEnd()
                && peek() != ';'
                && !(peek() == '(' && position > begin && isSpace(text.charAt(position - 1)))) {
            position++;
        }
        return text.substring(begin, position).strip();
    }

    /** The content of a quoted string after its opening quote; to the end when it is never closed. */
    private String quotedRest() {
        StringBuilder value = new StringBuilder();
        while (!atEnd()) {
            char c = peek();
            position++;
            if (c == '"') {
                return value.toString();
            }
            if (c == '\\' && !atEnd()) {
                c = peek();
                position++;
            }
            value.append(c);
        }
        return value.toString();
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
