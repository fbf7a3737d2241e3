// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a transcript has captured so far; fills it into lines to send and matches lines received. */
final class Variables {
    private final Map<String, String> values = new HashMap<>();

    Variables(Map<String, String> given) {
        given.forEach((name, value) -> values.put(name, Escapes.octets(value)));
    }

    /** The octets of a line to send. */
    String fill(String template) {
        StringBuilder line = new StringBuilder();
        for (Piece piece : Piece.parse(template)) {
            line.append(fixed(piece));
        }
        return line.toString();
    }

    /** Whether a received line matches; captures are kept only then. */
    boolean matches(String pattern, String line) {
        StringBuilder regex = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (Piece piece : Piece.parse(pattern)) {
            switch (piece) {
                case Piece.Anything() -> regex.append(".*");
                case Piece.Regex(String inner) ->
                    regex.append("(?:").append(Escapes.octets(inner)).append(')');
                case Piece.Capture(String name, String inner) -> {
                    names.add(name);
                    regex.append("(?<").append(name).append('>').append(inner).append(')');
                }
                case Piece.Text _, Piece.Variable _, Piece.Base64 _, Piece.Repeat _ ->
                    regex.append(Pattern.quote(fixed(piece)));
            }
        }
        Matcher matcher = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(line);
        boolean matches = matcher.matches();
        if (matches) {
            names.forEach(name -> values.put(name, matcher.group(name)));
        }
        return matches;
    }

    private String fixed(Piece piece) {
        return switch (piece) {
            case Piece.Text(String text) -> text;
            case Piece.Repeat(int count, String text) -> text.repeat(count);
            case Piece.Variable(String name) -> value(name);
            case Piece.Base64(String text) ->
                Base64.getEncoder().encodeToString(fill(text).getBytes(StandardCharsets.ISO_8859_1));
            case Piece.Anything _, Piece.Regex _, Piece.Capture _ ->
                throw new IllegalArgumentException("a pattern cannot be sent: " + piece);
        };
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing was captured as " + name);
        }
        return value;
    }
}
