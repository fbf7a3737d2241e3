// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a line: text as it stands (escapes already replaced), or what stands between double braces. */
sealed interface Piece {
    record Text(String text) implements Piece {}

    record Anything() implements Piece {}

    record Regex(String regex) implements Piece {}

    record Capture(String name, String regex) implements Piece {}

    record Variable(String name) implements Piece {}

    record Base64(String text) implements Piece {}

    record Repeat(int count, String text) implements Piece {}

    Pattern CAPTURE = Pattern.compile("([A-Za-z][A-Za-z0-9]*)=(.*)");
    Pattern REPEAT = Pattern.compile("repeat:(\\d+):(.*)");

    /** Splits a line. Inside braces, {@code {} and {@code }} must balance. */
    static List<Piece> parse(String line) {
        List<Piece> pieces = new ArrayList<>();
        int position = 0;
        while (position < line.length()) {
            int open = openingAt(line, position);
            if (open < 0) {
                pieces.add(new Text(Escapes.replace(line.substring(position))));
                return pieces;
            }
            if (open > position) {
                pieces.add(new Text(Escapes.replace(line.substring(position, open))));
            }
            int close = closingOf(line, open + 2);
            pieces.add(braced(line.substring(open + 2, close)));
            position = close + 2;
        }
        return pieces;
    }

    /** The last two of a run of opening braces: {@code {{{\d+}}}} is a literal's size with a piece in it. */
    private static int openingAt(String line, int from) {
        int open = line.indexOf("{{", from);
        while (open >= 0 && line.startsWith("{{", open + 1)) {
            open++;
        }
        return open;
    }

    private static int closingOf(String line, int from) {
        int depth = 0;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (depth == 0 && line.startsWith("}}", i)) {
                return i;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        throw new IllegalArgumentException("braces do not balance: " + line);
    }

    private static Piece braced(String inside) {
        Matcher repeat = REPEAT.matcher(inside);
        Matcher capture = CAPTURE.matcher(inside);
        if (inside.equals("*")) {
            return new Anything();
        } else if (inside.startsWith("$")) {
            return new Variable(inside.substring(1));
        } else if (inside.startsWith("base64:")) {
            return new Base64(inside.substring("base64:".length()));
        } else if (repeat.matches()) {
            return new Repeat(Integer.parseInt(repeat.group(1)), Escapes.replace(repeat.group(2)));
        } else if (capture.matches()) {
            return new Capture(capture.group(1), capture.group(2));
        }
        return new Regex(inside);
    }
}
