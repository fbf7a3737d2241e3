// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.mime.AddressLexer.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads an address list (RFC 5322 §3.4, §4.4) as real mail has it: names without quotes, an address as its own name, brackets
 * left open, commas too many, 8-bit names. It never fails: what has no at-sign becomes an address without host. Time is
 * linear in the length of the field.
 */
final class AddressListReader {
    private final AddressLexer lexer;
    private final int most;
    private final List<AddressEntry> entries = new ArrayList<>(2);
    private final Phrase phrase = new Phrase();
    private boolean inGroup;

    private AddressListReader(String value, int most) {
        this.lexer = new AddressLexer(value);
        this.most = most;
    }

    /** At most {@code most} entries, group marks counted, and the mark that closes a group cut off by the bound. */
    static List<AddressEntry> read(String value, int most) {
        AddressListReader reader = new AddressListReader(value, most);
        reader.read();
        return reader.entries;
    }

    private void read() {
        Token token = lexer.advance();
        while (token != Token.END && entries.size() < most) {
            token = switch (token) {
                case WORD, QUOTED, COMMENT -> word(token);
                case SEPARATOR -> separator();
                case END -> Token.END;
            };
        }
        flush();
        endGroup();
    }

    private Token word(Token token) {
        phrase.add(token, lexer.text(), lexer.spaceBefore());
        return lexer.advance();
    }

    private Token separator() {
        switch (lexer.separator()) {
            case ',' -> flush();
            case ';' -> {
                flush();
                endGroup();
            }
            case ':' -> startGroup();
            case '<' -> {
                return angleAddress();
            }
            case '@' -> phrase.at(lexer.spaceBefore());
            default -> {
                // A closing bracket that closes nothing.
            }
        }
        return lexer.advance();
    }

    private void startGroup() {
        if (inGroup) {
            return;
        }
        entries.add(AddressEntry.groupStart(phrase.name()));
        phrase.clear();
        inGroup = true;
    }

    private void endGroup() {
        if (inGroup) {
            entries.add(AddressEntry.groupEnd());
            inGroup = false;
        }
    }

    /** What was gathered without angle brackets: {@code a@b}, {@code a@b (Name)}, {@code Name a@b}, {@code a}. */
    private void flush() {
        if (!phrase.isEmpty()) {
            entries.add(phrase.bareAddress());
        }
        phrase.clear();
    }

    /** From the opening bracket to the closing one, or to what shows that there is none. */
    private Token angleAddress() {
        Phrase address = new Phrase();
        String route = null;
        Token token = lexer.advance();
        boolean routed = lexer.isSeparator(token, '@');
        while (!endsAngle(token, routed)) {
            if (lexer.isSeparator(token, ':') && routed) {
                route = address.joined();
                address.clear();
                routed = false;
            } else if (lexer.isSeparator(token, '@')) {
                address.at(false);
            } else if (token == Token.SEPARATOR) {
                address.add(Token.WORD, lexer.text(), false);
            } else {
                address.add(token, lexer.text(), false);
            }
            token = lexer.advance();
        }
        boolean closed = lexer.isSeparator(token, '>');
        return finishAngle(address, route, closed ? commentsAfter() : token);
    }

    private boolean endsAngle(Token token, boolean routed) {
        return token == Token.END
                || lexer.isSeparator(token, '>')
                || lexer.isSeparator(token, '<')
                || lexer.isSeparator(token, ';')
                || (lexer.isSeparator(token, ',') && !routed);
    }

    private Token commentsAfter() {
        Token token = lexer.advance();
        while (token == Token.COMMENT) {
            phrase.add(token, lexer.text(), true);
            token = lexer.advance();
        }
        return token;
    }

    private Token finishAngle(Phrase address, @Nullable String route, Token following) {
        entries.add(address.specification(phrase.nameOrComment(), route));
        phrase.clear();
        return following;
    }
}
