// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts CSS into tokens the way browsers do (CSS Syntax Level 3 §4), because whoever cuts otherwise lets things through: escapes
 * within names, comments in the middle of them, strings that do not end.
 */
final class CssScanner {
    /** Tokens of one sheet; newsletters have some thousands. */
    private static final int MAX_TOKENS = 100_000;

    private static final char NONE = '\uFFFF';

    private final String css;
    private int at;

    private CssScanner(String css) {
        this.css = css;
    }

    /** All tokens, or as many as are looked at; comments are none. */
    static List<CssToken> scan(String css) {
        CssScanner scanner =
                new CssScanner(css.replace("\r\n", "\n").replace('\f', '\n').replace('\0', '\uFFFD'));
        List<CssToken> tokens = new ArrayList<>();
        CssToken token = scanner.next();
        while (token.kind() != CssToken.Kind.END && tokens.size() < MAX_TOKENS) {
            tokens.add(token);
            token = scanner.next();
        }
        return tokens;
    }

    private char peek(int ahead) {
        return at + ahead < css.length() ? css.charAt(at + ahead) : NONE;
    }

    private CssToken next() {
        skipComments();
        if (at >= css.length()) {
            return CssToken.END;
        }
        char c = peek(0);
        if (isSpace(c)) {
            return space();
        } else if (c == '"' || c == '\'') {
            return string(c);
        } else if (startsNumber()) {
            return number();
        } else if (startsName(0)) {
            return word();
        } else if (c == '#' && (isNameChar(peek(1)) || isEscape(1))) {
            at++;
            return new CssToken(CssToken.Kind.HASH, name());
        } else if (c == '@' && startsName(1)) {
            at++;
            return new CssToken(CssToken.Kind.AT, name());
        }
        at++;
        return c == '\\' ? new CssToken(CssToken.Kind.BAD, "") : new CssToken(CssToken.Kind.SIGN, String.valueOf(c));
    }

    private void skipComments() {
        while (peek(0) == '/' && peek(1) == '*') {
            int end = css.indexOf("*/", at + 2);
            at = end < 0 ? css.length() : end + 2;
        }
    }

    private CssToken space() {
        while (isSpace(peek(0))) {
            at++;
        }
        return new CssToken(CssToken.Kind.SPACE, " ");
    }

    private CssToken string(char quote) {
        at++;
        StringBuilder text = new StringBuilder();
        while (at < css.length()) {
            char c = peek(0);
            if (c == quote) {
                at++;
                return new CssToken(CssToken.Kind.STRING, text.toString());
            } else if (c == '\n') {
                return new CssToken(CssToken.Kind.BAD, "");
            } else if (c == '\\' && peek(1) == '\n') {
                at += 2;
            } else if (c == '\\' && at + 1 < css.length()) {
                escape(text);
            } else {
                text.append(c);
                at++;
            }
        }
        return new CssToken(CssToken.Kind.STRING, text.toString());
    }

    private boolean startsNumber() {
        int sign = peek(0) == '+' || peek(0) == '-' ? 1 : 0;
        return isDigit(peek(sign)) || (peek(sign) == '.' && isDigit(peek(sign + 1)));
    }

    private CssToken number() {
        int from = at;
        at++;
        while (isDigit(peek(0)) || (peek(0) == '.' && isDigit(peek(1)))) {
            at++;
        }
        String digits = css.substring(from, at);
        if (peek(0) == '%') {
            at++;
            return new CssToken(CssToken.Kind.NUMBER, digits + "%");
        }
        return new CssToken(CssToken.Kind.NUMBER, startsName(0) ? digits + name() : digits);
    }

    private CssToken word() {
        String name = name();
        if (peek(0) != '(') {
            return new CssToken(CssToken.Kind.WORD, name);
        }
        at++;
        if (!name.toLowerCase(Locale.ROOT).equals("url")) {
            return new CssToken(CssToken.Kind.FUNCTION, name);
        }
        int ahead = 0;
        while (isSpace(peek(ahead))) {
            ahead++;
        }
        return peek(ahead) == '"' || peek(ahead) == '\'' ? new CssToken(CssToken.Kind.FUNCTION, name) : address();
    }

    private CssToken address() {
        while (isSpace(peek(0))) {
            at++;
        }
        StringBuilder text = new StringBuilder();
        while (at < css.length() && peek(0) != ')') {
            if (peek(0) == '\\' && isEscape(0)) {
                escape(text);
            } else {
                text.append(peek(0));
                at++;
            }
        }
        at++;
        return new CssToken(CssToken.Kind.URL, text.toString().strip());
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (isNameChar(peek(0)) || isEscape(0)) {
            if (peek(0) == '\\') {
                escape(name);
            } else {
                name.append(peek(0));
                at++;
            }
        }
        return name.toString();
    }

    /** Undoes the escape that begins here (§4.3.7). */
    private void escape(StringBuilder into) {
        at++;
        int digits = 0;
        int value = 0;
        while (digits < 6 && Character.digit(peek(0), 16) >= 0 && peek(0) < 0x80) {
            value = value * 16 + Character.digit(peek(0), 16);
            digits++;
            at++;
        }
        if (digits == 0) {
            into.append(peek(0));
            at++;
            return;
        }
        if (isSpace(peek(0))) {
            at++;
        }
        boolean real = value > 0 && value <= Character.MAX_CODE_POINT && (value < 0xD800 || value > 0xDFFF);
        into.appendCodePoint(real ? value : 0xFFFD);
    }

    private boolean startsName(int from) {
        if (peek(from) == '-') {
            return peek(from + 1) == '-' || isNameStart(peek(from + 1)) || isEscape(from + 1);
        }
        return isNameStart(peek(from)) || isEscape(from);
    }

    private boolean isEscape(int from) {
        return peek(from) == '\\' && peek(from + 1) != '\n' && at + from + 1 < css.length();
    }

    private static boolean isNameStart(char c) {
        return c != NONE && (c == '_' || c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }

    private static boolean isNameChar(char c) {
        return isNameStart(c) || isDigit(c) || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
