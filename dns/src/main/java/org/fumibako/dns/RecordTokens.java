// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import java.util.ArrayList;
import java.util.List;

/** The words of a record's text: separated by white space, or quoted; {@code \X} and {@code \DDD} in both (RFC 1035 §5.1). */
final class RecordTokens {
    /** Characters of one record's text: more than the longest record says when each octet is {@code \DDD}. */
    static final int MAX_TEXT = 4 * Fields.MAX_DATA;

    private final List<String> tokens;
    private int at;

    private RecordTokens(List<String> tokens) {
        this.tokens = tokens;
    }

    static RecordTokens of(String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("longer than " + MAX_TEXT + " characters");
        }
        return new RecordTokens(new Scanner(RecordText.octets(text)).scan());
    }

    boolean more() {
        return at < tokens.size();
    }

    String next() {
        if (!more()) {
            throw new IllegalArgumentException("something is missing at the end");
        }
        return tokens.get(at++);
    }

    /** What is left, without the spaces. */
    String rest() {
        String rest = String.join("", tokens.subList(at, tokens.size()));
        at = tokens.size();
        return rest;
    }

    int number() {
        return Math.toIntExact(Math.min(longNumber(), Integer.MAX_VALUE));
    }

    long longNumber() {
        String digits = next();
        if (!digits.matches("[0-9]{1,10}")) {
            throw new IllegalArgumentException("not a number: " + digits);
        }
        return Long.parseLong(digits);
    }

    DnsName name() {
        String name = next();
        return DnsName.parse(name).orElseThrow(() -> new IllegalArgumentException("not a name: " + name));
    }

    void end() {
        if (more()) {
            throw new IllegalArgumentException("too much: " + tokens.get(at));
        }
    }

    static String quote(String octets) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < octets.length(); i++) {
            char c = octets.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7F) {
                quoted.append('\\').append((char) ('0' + c / 100)).append((char) ('0' + c / 10 % 10));
                quoted.append((char) ('0' + c % 10));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Reads over the text once. */
    private static final class Scanner {
        private final String text;
        private final List<String> found = new ArrayList<>();
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        List<String> scan() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (isSpace(c)) {
                    at++;
                } else if (c == '"') {
                    at++;
                    found.add(quoted());
                } else {
                    found.add(word());
                }
            }
            return found;
        }

        private String quoted() {
            StringBuilder token = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '"') {
                token.append(octet());
            }
            if (at == text.length()) {
                throw new IllegalArgumentException("a quotation mark is not closed");
            }
            at++;
            return token.toString();
        }

        private String word() {
            StringBuilder token = new StringBuilder();
            while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '"') {
                token.append(octet());
            }
            return token.toString();
        }

        private char octet() {
            char c = text.charAt(at++);
            if (c != '\\') {
                return c;
            }
            if (at + 3 <= text.length() && text.substring(at, at + 3).matches("[0-9]{3}")) {
                int value = Integer.parseInt(text.substring(at, at + 3));
                if (value > 0xFF) {
                    throw new IllegalArgumentException("no octet: \\" + value);
                }
                at += 3;
                return (char) value;
            }
            if (at == text.length()) {
                throw new IllegalArgumentException("a backslash at the end");
            }
            return text.charAt(at++);
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\t' || c == '\r' || c == '\n';
        }
    }
}
