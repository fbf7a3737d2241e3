// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** A string as a comparator sees it, with the way back to the characters it was made of. */
final class Folded {
    private final String source;
    private final int[] points;
    /** Where in the source each point begins, and the source's end. */
    private final int[] begins;

    private Folded(String source, int[] points, int[] begins) {
        this.source = source;
        this.points = points;
        this.begins = begins;
    }

    static Folded of(String text, IntUnaryOperator fold) {
        int[] points = new int[text.length()];
        int[] begins = new int[text.length() + 1];
        int size = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            points[size] = fold.applyAsInt(text.codePointAt(i));
            begins[size] = i;
            size++;
        }
        begins[size] = text.length();
        return new Folded(text, Arrays.copyOf(points, size), begins);
    }

    static Folded ofStrings(String text, IntFunction<String> fold) {
        int[] points = new int[text.length() + 16];
        int[] begins = new int[points.length + 1];
        int size = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int[] some = fold.apply(text.codePointAt(i)).codePoints().toArray();
            if (size + some.length > points.length) {
                points = Arrays.copyOf(points, (size + some.length) * 2);
                begins = Arrays.copyOf(begins, points.length + 1);
            }
            System.arraycopy(some, 0, points, size, some.length);
            Arrays.fill(begins, size, size + some.length, i);
            size += some.length;
        }
        begins[size] = text.length();
        return new Folded(text, Arrays.copyOf(points, size), begins);
    }

    int size() {
        return points.length;
    }

    int at(int index) {
        return points[index];
    }

    /** The characters from one point up to another. */
    String source(int from, int to) {
        return source.substring(begins[from], Math.max(begins[from], begins[to]));
    }

    int compareTo(Folded other) {
        return Arrays.compare(points, other.points);
    }
}
