// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes texts comparable that people take for the same: case, width, composition, the twins of the wave dash. White space is
 * one space, however long and of whatever kind; where a line ends between two characters of a script without spaces, and the
 * next is not empty, the word goes on. The folding of a part of a text is a part of the folding of the text.
 */
public final class Folding {
    private final String text;
    private final StringBuilder folded;

    /** White space was passed over since the last character, and so many ends of lines in it. */
    private boolean space;

    private int breaks;

    private Folding(String text) {
        this.text = text;
        this.folded = new StringBuilder(text.length());
    }

    /** Linear time. The result has no white space other than single spaces, and no line break. */
    public static String fold(String text) {
        Folding folding = new Folding(text);
        folding.run();
        return folding.folded.toString();
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < 0x80) {
                add(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
                at++;
            } else if (isFoldedAlone(c) && !isChangedByNext(at)) {
                add(c);
                at++;
            } else {
                at = normalize(at);
            }
        }
        endSpace(' ');
    }

    /** Kana, ideographs and common punctuation, which are most of Japanese text, stay as they are. */
    private static boolean isFoldedAlone(char c) {
        return (c >= 0x3041 && c <= 0x3096)
                || (c >= 0x30a1 && c <= 0x30fc)
                || (c >= 0x4e00 && c <= 0x9fff)
                || (c >= 0x3001 && c <= 0x3011);
    }

    /** Whether a mark follows that composes with the character: a voiced sound mark as a character of its own. */
    private boolean isChangedByNext(int at) {
        return at + 1 < text.length() && !endsRun(text.charAt(at + 1));
    }

    /** Characters that compose with nothing before them. */
    private static boolean endsRun(char c) {
        return c < 0x80 || isFoldedAlone(c);
    }

    /** Folds a run of other characters, and one before it that may compose with the first; answers where it ends. */
    private int normalize(int begin) {
        int from = begin;
        if (begin > 0 && text.charAt(begin - 1) > ' ' && text.charAt(begin - 1) < 0x80) {
            from--;
            folded.setLength(folded.length() - 1);
        }
        int end = begin + 1;
        while (end < text.length() && !endsRun(text.charAt(end))) {
            end++;
        }
        String compatible = Normalizer.normalize(text.substring(from, end), Normalizer.Form.NFKC);
        String lower = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        if (!lower.equals(compatible)) {
            // A letter that became two may compose with what follows.
            lower = Normalizer.normalize(lower, Normalizer.Form.NFKC);
        }
        for (int i = 0; i < lower.length(); i++) {
            add(twin(lower.charAt(i)));
        }
        return end;
    }

    private static char twin(char c) {
        return switch (c) {
            case '\u301c' -> '~';
            case '\u2212' -> '-';
            // The lower case of one capital letter, by its place in the word.
            case '\u03c2' -> '\u03c3';
            default -> c;
        };
    }

    private void add(char c) {
        if (c <= ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
            space = true;
            breaks += c == '\n' || c >= 0x80 ? 1 : 0;
        } else if (!isInvisible(c)) {
            endSpace(c);
            folded.append(c);
        }
    }

    private static boolean isInvisible(char c) {
        return c == '\u00ad' || c == '\u200b' || c == '\u2060' || c == '\ufeff';
    }

    private void endSpace(char next) {
        if (space) {
            boolean within = breaks == 1
                    && !folded.isEmpty()
                    && Script.isWide(folded.charAt(folded.length() - 1))
                    && Script.isWide(next);
            if (!within) {
                folded.append(' ');
            }
            space = false;
            breaks = 0;
        }
    }
}
