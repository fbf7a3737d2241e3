// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Backslash escapes. Text is handled as octets in a string (ISO 8859-1), so that any octet can be written. */
final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9a-fA-F]{2}|.|$)");

    private Escapes() {}

    /** The octets of a text from the file, which is UTF-8, with its escapes replaced. */
    static String replace(String text) {
        String octets = octets(text);
        StringBuilder replaced = new StringBuilder();
        Matcher escape = ESCAPE.matcher(octets);
        int copied = 0;
        while (escape.find()) {
            replaced.append(octets, copied, escape.start()).append(octet(escape.group(1), text));
            copied = escape.end();
        }
        replaced.append(octets, copied, octets.length());
        return replaced.toString();
    }

    private static char octet(String escape, String text) {
        return switch (escape.isEmpty() ? ' ' : escape.charAt(0)) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case '\\' -> '\\';
            case 'x' -> (char) HexFormat.fromHexDigits(escape, 1, escape.length());
            default -> throw new IllegalArgumentException("unknown escape in: " + text);
        };
    }

    /** One char an octet of the text's UTF-8. */
    static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** For people: UTF-8 again, control characters visible. */
    static String readable(String octets) {
        String text = new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            visible.append(c < ' ' || c == 0x7f ? String.format("\\x%02x", (int) c) : String.valueOf(c));
        }
        return visible.length() > 500 ? visible.substring(0, 500) + "..." : visible.toString();
    }
}
