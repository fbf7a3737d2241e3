// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.util.ArrayList;
import java.util.List;

/** Reads text with macros (RFC 7208 §7.1). */
final class MacroParser {
    private static final String LETTERS = "slodipvh";

    /** Only in an explanation (RFC 7208 §7.2). */
    private static final String EXPLANATION_LETTERS = "crt";

    private static final String DELIMITERS = ".-+,/_=";

    /** A name has no more labels; larger numbers keep everything. */
    private static final int MOST_PARTS = 128;

    private final String text;
    private final String letters;
    private final List<MacroString.Part> parts = new ArrayList<>(1);
    private int position;

    private MacroParser(String text, String letters) {
        this.text = text;
        this.letters = letters;
    }

    /** The value of a modifier that we do not know. */
    static MacroString anything(String text) throws SpfSyntaxException {
        return new MacroParser(text, LETTERS + EXPLANATION_LETTERS).read();
    }

    /** What an {@code exp} leads to: words between spaces. */
    static MacroString explanation(String text) throws SpfSyntaxException {
        return new MacroParser(text, LETTERS + EXPLANATION_LETTERS).read();
    }

    /** A domain-spec: it ends in a macro, or in a dot and a label that can be a top-level domain. */
    static MacroString domain(String text) throws SpfSyntaxException {
        if (text.isEmpty()) {
            throw new SpfSyntaxException("a domain name is missing");
        }
        MacroString domain = new MacroParser(text, LETTERS).read();
        if (domain.parts().getLast() instanceof MacroString.Text last) {
            checkTopLabel(last.text());
        }
        return domain;
    }

    private static void checkTopLabel(String tail) throws SpfSyntaxException {
        String name = tail.endsWith(".") ? tail.substring(0, tail.length() - 1) : tail;
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            throw new SpfSyntaxException("this is not a full domain name");
        }
        String top = name.substring(dot + 1);
        boolean letterOrHyphen = false;
        for (int i = 0; i < top.length(); i++) {
            char c = top.charAt(i);
            if (!isAlphanumeric(c) && c != '-') {
                throw new SpfSyntaxException("a domain name cannot end in \"" + top + "\"");
            }
            letterOrHyphen |= c == '-' || !isDigit(c);
        }
        if (top.isEmpty() || top.startsWith("-") || top.endsWith("-")) {
            throw new SpfSyntaxException("a domain name cannot end in \"" + top + "\"");
        }
        if (!letterOrHyphen) {
            throw new SpfSyntaxException("this is no domain name; an address is written ip4:" + name);
        }
    }

    private MacroString read() throws SpfSyntaxException {
        while (position < text.length()) {
            int percent = text.indexOf('%', position);
            int end = percent < 0 ? text.length() : percent;
            if (end > position) {
                parts.add(new MacroString.Text(text.substring(position, end)));
                position = end;
            }
            if (percent >= 0) {
                parts.add(macro());
            }
        }
        return new MacroString(parts);
    }

    private MacroString.Part macro() throws SpfSyntaxException {
        char kind = peek(1);
        position += 2;
        return switch (kind) {
            case '%' -> new MacroString.Escape("%");
            case '_' -> new MacroString.Escape(" ");
            case '-' -> new MacroString.Escape("%20");
            case '{' -> braces();
            default -> throw new SpfSyntaxException("a % must be followed by {, %, _ or -");
        };
    }

    private Macro braces() throws SpfSyntaxException {
        char letter = peek(0);
        char lower = Character.toLowerCase(letter);
        if (letters.indexOf(lower) < 0) {
            throw new SpfSyntaxException("a macro is %{ and one of the letters " + letters + " here");
        }
        position++;
        int keep = digits();
        boolean reversed = peek(0) == 'r' || peek(0) == 'R';
        position += reversed ? 1 : 0;
        int from = position;
        while (DELIMITERS.indexOf(peek(0)) >= 0) {
            position++;
        }
        String delimiters = text.substring(from, position);
        if (peek(0) != '}') {
            throw new SpfSyntaxException("the macro %{" + letter + " is not closed by }");
        }
        position++;
        return new Macro(lower, letter != lower, keep, reversed, delimiters);
    }

    private int digits() throws SpfSyntaxException {
        int from = position;
        int number = 0;
        while (isDigit(peek(0))) {
            number = Math.min(MOST_PARTS, number * 10 + (text.charAt(position) - '0'));
            position++;
        }
        if (from == position) {
            return Integer.MAX_VALUE;
        }
        if (number == 0) {
            throw new SpfSyntaxException("a macro cannot keep 0 parts");
        }
        return number == MOST_PARTS ? Integer.MAX_VALUE : number;
    }

    /** The character so far ahead; NUL at the end, which no term contains. */
    private char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlphanumeric(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
