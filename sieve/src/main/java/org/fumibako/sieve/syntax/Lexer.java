// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.syntax;

import java.util.Locale;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.syntax.Token.Kind;

/** Cuts a script into tokens (RFC 5228 §8.1). Line breaks may be LF alone: that is what people's editors write. */
final class Lexer {
    /** Numbers up to here (RFC 5228 §2.4.1 wants 2^31-1); a size in octets of what no server takes. */
    static final long MAX_NUMBER = (1L << 40) - 1;

    private final String text;
    private int position;
    private int line = 1;
    private int lineStart;
    private String comment = "";

    Lexer(String text) {
        this.text = text;
    }

    Token next() throws SieveException {
        comment = "";
        skipSpace();
        Position at = here();
        if (position >= text.length()) {
            return new Token(Kind.END, "", 0, at, comment);
        }
        char c = text.charAt(position);
        if (c == '"') {
            return new Token(Kind.STRING, quoted(at), 0, at, comment);
        }
        if (c == ':') {
            position++;
            return new Token(Kind.TAG, word(at, "a tag"), 0, at, comment);
        }
        if (isDigit(c)) {
            return number(at);
        }
        if (isLetter(c)) {
            String word = word(at, "a name");
            boolean multiline =
                    word.equalsIgnoreCase("text") && position < text.length() && text.charAt(position) == ':';
            return multiline
                    ? new Token(Kind.STRING, multiline(at), 0, at, comment)
                    : new Token(Kind.IDENTIFIER, word, 0, at, comment);
        }
        if ("[](){},;".indexOf(c) >= 0) {
            position++;
            return new Token(Kind.SIGN, String.valueOf(c), 0, at, comment);
        }
        throw new SieveException(at, "\"" + printable(c) + "\" has no meaning here; put text into quotation marks");
    }

    private Position here() {
        return new Position(line, position - lineStart + 1);
    }

    private void skipSpace() throws SieveException {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '#') {
                int end = endOfLine();
                comment = text.substring(position + 1, end).strip();
                position = end;
            } else if (c == '/' && position + 1 < text.length() && text.charAt(position + 1) == '*') {
                bracketComment();
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                advance();
            } else {
                return;
            }
        }
    }

    private int endOfLine() {
        int end = text.indexOf('\n', position);
        int stop = end < 0 ? text.length() : end;
        return stop > position && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
    }

    private void bracketComment() throws SieveException {
        Position at = here();
        int end = text.indexOf("*/", position + 2);
        if (end < 0) {
            throw new SieveException(at, "the comment that begins here has no end; close it with */");
        }
        comment = text.substring(position + 2, end).strip();
        while (position < end + 2) {
            advance();
        }
    }

    private char advance() {
        char c = text.charAt(position);
        position++;
        if (c == '\n') {
            line++;
            lineStart = position;
        }
        return c;
    }

    private String word(Position at, String what) throws SieveException {
        int begin = position;
        while (position < text.length() && (isLetter(text.charAt(position)) || isDigit(text.charAt(position)))) {
            position++;
        }
        if (begin == position || isDigit(text.charAt(begin))) {
            throw new SieveException(at, "expected the name of " + what + ", which begins with a letter");
        }
        return text.substring(begin, position);
    }

    private Token number(Position at) throws SieveException {
        int begin = position;
        long value = 0;
        while (position < text.length() && isDigit(text.charAt(position))) {
            value = Math.min(value * 10 + text.charAt(position) - '0', MAX_NUMBER + 1);
            position++;
        }
        int shift = position < text.length() ? quantifier(text.charAt(position)) : 0;
        position += shift > 0 ? 1 : 0;
        if (value > MAX_NUMBER >> shift) {
            throw new SieveException(at, "the number is too large; the largest is " + MAX_NUMBER);
        }
        if (position < text.length() && isLetter(text.charAt(position))) {
            throw new SieveException(here(), "a number ends with K, M, G or nothing");
        }
        return new Token(Kind.NUMBER, text.substring(begin, position), value << shift, at, comment);
    }

    private static int quantifier(char c) {
        return switch (c) {
            case 'k', 'K' -> 10;
            case 'm', 'M' -> 20;
            case 'g', 'G' -> 30;
            default -> 0;
        };
    }

    private String quoted(Position at) throws SieveException {
        StringBuilder value = new StringBuilder();
        position++;
        while (position < text.length()) {
            char c = advance();
            if (c == '"') {
                return value.toString();
            }
            value.append(c == '\\' && position < text.length() ? advance() : c);
        }
        throw new SieveException(at, "the string that begins here has no end; close it with a quotation mark");
    }

    /** After {@code text:} up to a line with one dot; a dot that begins a longer line is dropped. */
    private String multiline(Position at) throws SieveException {
        position++;
        int end = endOfLine();
        String rest = text.substring(position, end).strip();
        if (!rest.isEmpty() && !rest.startsWith("#")) {
            throw new SieveException(here(), "after \"text:\" a new line has to begin");
        }
        position = end;
        StringBuilder value = new StringBuilder();
        while (toNextLine()) {
            int stop = endOfLine();
            String content = text.substring(position, stop);
            position = stop;
            if (content.equals(".")) {
                return value.toString();
            }
            value.append(content.startsWith(".") ? content.substring(1) : content)
                    .append("\r\n");
        }
        throw new SieveException(at, "the text that begins here has no end; close it with a line that is one dot");
    }

    private boolean toNextLine() {
        while (position < text.length()) {
            if (advance() == '\n') {
                return true;
            }
        }
        return false;
    }

    private static String printable(char c) {
        return c > ' ' && c != 0x7f ? String.valueOf(c) : String.format(Locale.ROOT, "U+%04X", (int) c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
