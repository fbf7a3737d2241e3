// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.text.Normalizer;

/**
 * Cuts text into tokens: words where there are spaces, pairs of characters where there are none (Japanese, Chinese, Korean, Thai), and
 * pairs of neighbouring words. Width and ligatures do not count (NFKC), nor case, nor marks without width, which are put into words to
 * hide them.
 */
final class Tokenizer {
    private static final int MIN_WORD = 2;
    private static final int MAX_WORD = 24;

    /** Digits of a number that is a word; longer ones are told by their length. */
    private static final int MAX_DIGITS = 4;

    private final TokenSet into;
    private final long seed;
    private long hash;
    private int length;
    private int digits;
    private long previousWord;
    private char previousIdeograph;

    private Tokenizer(TokenSet into, long seed) {
        this.into = into;
        this.seed = seed;
        this.hash = seed;
    }

    static void cut(String text, long seed, TokenSet into) {
        new Tokenizer(into, seed).cut(normal(text));
    }

    private static String normal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    private void cut(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (!isUnseen(c)) {
                other(c);
            }
        }
        endWord();
    }

    private void ascii(char c) {
        if (c >= 'a' && c <= 'z') {
            append(c);
        } else if (c >= 'A' && c <= 'Z') {
            append((char) (c + 32));
        } else if (c >= '0' && c <= '9') {
            digits++;
            append(c);
        } else if (c == '$' || c == '%') {
            append(c);
        } else if ((c == '\'' || c == '-') && length > 0) {
            append(c);
        } else {
            endWord();
            if (c == '!' || c == '?') {
                into.add(TokenHash.finish(TokenHash.add(seed, c)));
            }
        }
    }

    private void other(char c) {
        if (isIdeograph(c)) {
            if (length > 0) {
                endWord();
            }
            previousWord = 0;
            pair(c);
        } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            append(Character.toLowerCase(c));
        } else {
            endWord();
        }
    }

    private void append(char c) {
        previousIdeograph = 0;
        hash = TokenHash.add(hash, c);
        length++;
    }

    private void pair(char c) {
        if (previousIdeograph != 0) {
            into.add(TokenHash.finish(TokenHash.add(TokenHash.add(seed, previousIdeograph), c)));
        }
        previousIdeograph = c;
    }

    private void endWord() {
        previousIdeograph = 0;
        if (length >= MIN_WORD) {
            long word = word();
            into.add(TokenHash.finish(word));
            if (previousWord != 0) {
                into.add(TokenHash.finish(previousWord * 31 + word));
            }
            previousWord = word;
        }
        hash = seed;
        length = 0;
        digits = 0;
    }

    private long word() {
        if (length > MAX_WORD) {
            return TokenHash.add(TokenHash.add(seed, "long "), (char) ('0' + Math.min(length / 10, 50)));
        }
        return digits == length && length > MAX_DIGITS
                ? TokenHash.add(TokenHash.add(seed, "number "), (char) ('0' + length))
                : hash;
    }

    /** Zero width, soft hyphen, variation selectors. */
    private static boolean isUnseen(char c) {
        return (c >= '\u200b' && c <= '\u200f')
                || c == '\u2060'
                || c == '\ufeff'
                || c == '\u00ad'
                || c == '\u034f'
                || (c >= '\ufe00' && c <= '\ufe0f');
    }

    private static boolean isIdeograph(char c) {
        return (c >= '\u3041' && c <= '\u30ff')
                || (c >= '\u3400' && c <= '\u9fff')
                || (c >= '\uac00' && c <= '\ud7a3')
                || (c >= '\u0e00' && c <= '\u0e7f')
                || c == '\u3005';
    }
}
