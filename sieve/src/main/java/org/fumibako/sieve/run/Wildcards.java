// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern with {@code *} and {@code ?} (RFC 5228 §2.7.1). The pieces between stars are looked for from left to right, each at the
 * first place where it fits, so nothing is tried twice: at most text times longest piece characters are compared.
 */
final class Wildcards {
    /** Stands for any one character; no code point. */
    private static final int ANY = -1;

    private final List<int[]> pieces;
    /** In the order of the pattern: true for a star. */
    private final List<Boolean> signs;

    private Wildcards(List<int[]> pieces, List<Boolean> signs) {
        this.pieces = pieces;
        this.signs = signs;
    }

    static Wildcards of(String pattern, Comparator comparator) {
        List<int[]> pieces = new ArrayList<>();
        List<Boolean> signs = new ArrayList<>();
        List<Integer> piece = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*' || c == '?') {
                flush(literal, comparator, piece);
                signs.add(c == '*');
                if (c == '?') {
                    piece.add(ANY);
                } else {
                    pieces.add(piece.stream().mapToInt(Integer::intValue).toArray());
                    piece.clear();
                }
            } else {
                boolean escaped = c == '\\' && i + 1 < pattern.length();
                i += escaped ? 1 : 0;
                literal.append(pattern.charAt(i));
            }
        }
        flush(literal, comparator, piece);
        pieces.add(piece.stream().mapToInt(Integer::intValue).toArray());
        return new Wildcards(pieces, signs);
    }

    private static void flush(StringBuilder literal, Comparator comparator, List<Integer> piece) {
        Folded folded = comparator.fold(literal.toString());
        for (int i = 0; i < folded.size(); i++) {
            piece.add(folded.at(i));
        }
        literal.setLength(0);
    }

    /** Characters compared at most. */
    long work(int length) {
        return (long) length
                        * pieces.stream().mapToInt(piece -> piece.length).max().orElse(0)
                + length;
    }

    /** What each wildcard took, after the whole (RFC 5229 §3.2); empty when it does not match. */
    Optional<List<String>> match(Folded text) {
        int[] starts = new int[pieces.size()];
        int last = pieces.size() - 1;
        int size = text.size();
        if (!fits(pieces.getFirst(), text, 0)) {
            return Optional.empty();
        }
        if (last == 0) {
            return size == pieces.getFirst().length ? Optional.of(captures(text, starts)) : Optional.empty();
        }
        int position = pieces.getFirst().length;
        for (int i = 1; i < last; i++) {
            starts[i] = find(pieces.get(i), text, position);
            if (starts[i] < 0) {
                return Optional.empty();
            }
            position = starts[i] + pieces.get(i).length;
        }
        starts[last] = size - pieces.get(last).length;
        boolean ends = starts[last] >= position && fits(pieces.get(last), text, starts[last]);
        return ends ? Optional.of(captures(text, starts)) : Optional.empty();
    }

    private static int find(int[] piece, Folded text, int from) {
        for (int at = from; at + piece.length <= text.size(); at++) {
            if (fits(piece, text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean fits(int[] piece, Folded text, int at) {
        if (at + piece.length > text.size()) {
            return false;
        }
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] != ANY && piece[i] != text.at(at + i)) {
                return false;
            }
        }
        return true;
    }

    private List<String> captures(Folded text, int[] starts) {
        List<String> captures = new ArrayList<>(signs.size() + 1);
        captures.add(text.source(0, text.size()));
        int piece = 0;
        int inside = 0;
        for (boolean star : signs) {
            if (star) {
                captures.add(text.source(starts[piece] + pieces.get(piece).length, starts[piece + 1]));
                piece++;
                inside = 0;
            } else {
                while (pieces.get(piece)[inside] != ANY) {
                    inside++;
                }
                captures.add(text.source(starts[piece] + inside, starts[piece] + inside + 1));
                inside++;
            }
        }
        return captures;
    }
}
