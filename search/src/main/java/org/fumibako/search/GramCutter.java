// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

/**
 * Cuts folded text into overlapping grams, from one code point to the next.
 *
 * <p>Two neighbours of which one at least is {@linkplain Script#isWide wide} are a gram whose place in the text counts: a word
 * in which every character belongs to such a gram is in a text exactly if its grams are, at the same distances. Three narrow
 * neighbours are a gram of which only counts whether it is in the text. There are few narrow characters, so their places would
 * be most of the index and long to compare; such grams say in which messages it is worth to look.
 *
 * <p>Where a text ends, or narrow characters do, a gram is filled up with {@link #END}. So every character begins a gram, and
 * a word shorter than a gram is found as the beginning of grams.
 */
final class GramCutter {
    /** Stands for what a gram does not reach into, and between pieces of text. */
    static final int END = '\n';

    private final CharSequence text;
    private int at;
    private int place = -1;
    private int current = END;
    private int next;

    GramCutter(CharSequence folded) {
        text = folded;
        next = codePoint(0);
    }

    /** Moves to the next character; false when there is none. */
    boolean advance() {
        if (at >= text.length()) {
            return false;
        }
        current = next;
        at += Character.charCount(current);
        next = codePoint(at);
        place++;
        return true;
    }

    /** Number of the character in the text, from 0. */
    int place() {
        return place;
    }

    /** The gram whose place counts that begins here; 0 when there is none. */
    long placed() {
        boolean any = current != END && (Script.isWide(current) || Script.isWide(next));
        return any ? Gram.of(current, next) : 0;
    }

    /** The gram of narrow characters that begins here; 0 when there is none. */
    long unplaced() {
        if (current == END || Script.isWide(current)) {
            return 0;
        }
        int second = narrow(next);
        int third = second == END ? END : narrow(codePoint(at + 1));
        return Gram.of(current, second, third);
    }

    private int codePoint(int index) {
        return index < text.length() ? Character.codePointAt(text, index) : END;
    }

    private static int narrow(int c) {
        return Script.isWide(c) ? END : c;
    }
}
