// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import org.fumibako.mime.AddressLexer.Token;
import org.jspecify.annotations.Nullable;

/** The words gathered in front of a separator, read once it is known whether they are a name or an address. */
final class Phrase {
    /** All words, one space where there was some. */
    private final StringBuilder words = new StringBuilder();

    private @Nullable String comment;
    /** Where in {@code words} the last run of words without space between them begins. */
    private int runBegin;
    /** Where the last at-sign stands, or -1. */
    private int at = -1;

    private boolean joins;
    private boolean any;

    void add(Token token, String text, boolean spaceBefore) {
        any = true;
        if (token == Token.COMMENT) {
            comment = text;
            return;
        }
        if (spaceBefore && !words.isEmpty() && !joins) {
            words.append(' ');
            if (at < 0) {
                runBegin = words.length();
            }
        }
        joins = false;
        words.append(text);
    }

    void at(boolean spaceBefore) {
        any = true;
        at = words.length();
        words.append('@');
        joins = true;
    }

    boolean isEmpty() {
        return !any || (words.isEmpty() && comment == null);
    }

    void clear() {
        words.setLength(0);
        comment = null;
        runBegin = 0;
        at = -1;
        joins = false;
        any = false;
    }

    String name() {
        return words.toString();
    }

    @Nullable
    String nameOrComment() {
        return words.isEmpty() ? comment : words.toString();
    }

    /** The words without the white space between them. */
    String joined() {
        return words.toString();
    }

    /** The content of angle brackets. */
    AddressEntry specification(@Nullable String name, @Nullable String route) {
        String text = words.toString();
        return at < 0
                ? AddressEntry.of(name, route, text, "")
                : AddressEntry.of(name, route, text.substring(0, at), text.substring(at + 1));
    }

    /** An address without angle brackets: the words before the one with the at-sign are a name. */
    AddressEntry bareAddress() {
        if (at < 0) {
            return AddressEntry.of(comment, null, words.toString(), "");
        }
        String before = words.substring(0, runBegin).strip();
        String local = words.substring(runBegin, at);
        String host = words.substring(at + 1);
        return AddressEntry.of(before.isEmpty() ? comment : before, null, local, host);
    }
}
