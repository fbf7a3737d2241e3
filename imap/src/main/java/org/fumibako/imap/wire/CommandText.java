// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of one command with a position in it: lines, and between them the literals that they announce. Methods take one
 * token and move on, or throw {@link SyntaxException}.
 */
final class CommandText {
    private static final int END = -1;

    private final Literals literals;
    private byte[] line;
    private int at;

    CommandText(byte[] firstLine, Literals literals) {
        this.line = firstLine;
        this.literals = literals;
    }

    /** Brings the octets of literals and the line that follows each. */
    interface Literals {
        byte[] octets(LiteralMark mark) throws IOException, SyntaxException;

        byte[] nextLine() throws IOException, SyntaxException;
    }

    /** The line that the position is in. */
    byte[] line() {
        return line;
    }

    /** Goes on at the beginning of a line that somebody else read after a literal. */
    void continueWith(byte[] next) {
        line = next;
        at = 0;
    }

    /** The next octet, or -1 at the end of the line. */
    int peek() {
        return at < line.length ? line[at] & 0xff : END;
    }

    boolean atEnd() {
        return at == line.length;
    }

    /** Moves past {@code expected} if it comes next. */
    boolean take(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    /** Moves past {@code expected} if all of it comes next. */
    boolean takeAll(String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (at + i >= line.length || line[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        at += expected.length();
        return true;
    }

    /** Moves past a word, in any case, if it comes next and ends there. */
    boolean takeWord(String upperCase) {
        int end = at + upperCase.length();
        if (end > line.length || (end < line.length && isKeywordChar(line[end] & 0xff))) {
            return false;
        }
        if (!ascii(at, end).equalsIgnoreCase(upperCase)) {
            return false;
        }
        at = end;
        return true;
    }

    /** Whether a sequence set comes next. */
    boolean atSet() {
        return Ascii.isDigit(peek()) || peek() == '*' || peek() == '$';
    }

    /** Moves past {@code expected} if it comes next and a digit follows. */
    boolean takeBeforeDigit(char expected) {
        if (at + 1 < line.length && line[at] == expected && Ascii.isDigit(line[at + 1])) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char expected) throws SyntaxException {
        if (!take(expected)) {
            throw new SyntaxException(atEnd() ? "Missing argument" : "Expected '" + expected + "'");
        }
    }

    void space() throws SyntaxException {
        if (!take(' ')) {
            throw new SyntaxException(atEnd() ? "Missing argument" : "Expected a space");
        }
    }

    /** The command must be over. */
    void end() throws SyntaxException {
        if (!atEnd()) {
            throw new SyntaxException("Unexpected text after the arguments");
        }
    }

    /** A word of the protocol in upper case: letters, digits and {@code . - _ = +}; there is at least one. */
    String keyword() throws SyntaxException {
        int from = at;
        while (isKeywordChar(peek())) {
            at++;
        }
        if (from == at) {
            throw new SyntaxException(atEnd() ? "Missing argument" : "Expected a word");
        }
        return ascii(from, at).toUpperCase(Locale.ROOT);
    }

    /** A tag (RFC 9051 §9): at most {@link ImapLimits#MAX_TAG} octets. */
    String tag() throws SyntaxException {
        int from = at;
        while (Ascii.isAstringChar(peek()) && peek() != '+') {
            at++;
        }
        if (from == at || at - from > ImapLimits.MAX_TAG) {
            throw new SyntaxException("Invalid tag");
        }
        return ascii(from, at);
    }

    String atom() throws SyntaxException {
        int from = at;
        while (Ascii.isAtomChar(peek())) {
            at++;
        }
        if (from == at) {
            throw new SyntaxException(atEnd() ? "Missing argument" : "Expected an atom");
        }
        return ascii(from, at);
    }

    /** Everything up to the next space or the end of the line, at least one octet. */
    String untilSpace() throws SyntaxException {
        int from = at;
        while (!atEnd() && peek() != ' ') {
            at++;
        }
        if (from == at) {
            throw new SyntaxException("Missing argument");
        }
        return new String(line, from, at - from, StandardCharsets.ISO_8859_1);
    }

    byte[] astring() throws IOException, SyntaxException {
        return isStringStart(peek()) ? string() : run(Ascii::isAstringChar);
    }

    /** A mailbox name with wildcards (RFC 9051 §9 {@code list-mailbox}). */
    byte[] listMailbox() throws IOException, SyntaxException {
        return isStringStart(peek()) ? string() : run(Ascii::isListChar);
    }

    /** A string, or empty for NIL. */
    Optional<byte[]> nstring() throws IOException, SyntaxException {
        if (isStringStart(peek())) {
            return Optional.of(string());
        }
        if (keyword().equals("NIL")) {
            return Optional.empty();
        }
        throw new SyntaxException("Expected a string or NIL");
    }

    /** As {@link #nstring}, or a literal8. */
    Optional<byte[]> nstringOrLiteral8() throws IOException, SyntaxException {
        return peek() == '~' ? Optional.of(literal(literalMark())) : nstring();
    }

    byte[] string() throws IOException, SyntaxException {
        if (take('"')) {
            return quoted();
        }
        LiteralMark mark = literalMark();
        if (mark.binary()) {
            throw new SyntaxException("A literal8 is not allowed here");
        }
        return literal(mark);
    }

    private byte[] literal(LiteralMark mark) throws IOException, SyntaxException {
        byte[] octets = literals.octets(mark);
        continueWith(literals.nextLine());
        return octets;
    }

    /** The literal announced here; the octets are still to come. */
    LiteralMark literalMark() throws SyntaxException {
        Optional<LiteralMark> mark = LiteralMark.atEndOf(line);
        if (mark.isEmpty() || mark.get().start() != at) {
            throw new SyntaxException(atEnd() ? "Missing argument" : "Expected a string");
        }
        return mark.get();
    }

    /** A number of at most {@code max}. */
    long number(long max) throws SyntaxException {
        int from = at;
        long value = 0;
        while (Ascii.isDigit(peek())) {
            value = value * 10 + (line[at] - '0');
            at++;
            if (at - from > 19 || value < 0 || value > max) {
                throw new SyntaxException("Number is too large");
            }
        }
        if (from == at) {
            throw new SyntaxException(atEnd() ? "Missing argument" : "Expected a number");
        }
        return value;
    }

    SequenceSet sequenceSet() throws SyntaxException {
        int from = at;
        while (isSetChar(peek())) {
            at++;
        }
        if (from == at) {
            throw new SyntaxException(atEnd() ? "Missing argument" : "Expected a sequence set");
        }
        return SequenceSet.parse(line, from, at);
    }

    private byte[] quoted() throws SyntaxException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(32);
        while (true) {
            int c = peek();
            if (c == END || c == 0) {
                throw new SyntaxException("Quoted string does not end");
            }
            at++;
            if (c == '"') {
                return octets.toByteArray();
            }
            if (c == '\\') {
                c = peek();
                if (c != '"' && c != '\\') {
                    throw new SyntaxException("Invalid escape in quoted string");
                }
                at++;
            }
            octets.write(c);
        }
    }

    /** Octets of a class, at least one; those above 127 are taken too and judged by whoever decodes them. */
    private byte[] run(CharClass allowed) throws SyntaxException {
        int from = at;
        while (allowed.holds(peek()) || peek() >= 0x80) {
            at++;
        }
        if (from == at) {
            throw new SyntaxException(atEnd() ? "Missing argument" : "Expected a string");
        }
        return Arrays.copyOfRange(line, from, at);
    }

    private String ascii(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.US_ASCII);
    }

    private static boolean isStringStart(int c) {
        return c == '"' || c == '{' || c == '~';
    }

    private static boolean isSetChar(int c) {
        return Ascii.isDigit(c) || c == ':' || c == ',' || c == '*' || c == '$';
    }

    private static boolean isKeywordChar(int c) {
        return Ascii.isDigit(c)
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || c == '.'
                || c == '-'
                || c == '_'
                || c == '='
                || c == '+';
    }

    private interface CharClass {
        boolean holds(int c);
    }
}
