// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.contacts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumibako.mime.MailCharsets;

/**
 * A line of a vCard (RFC 6350 §3.3), unfolded.
 *
 * @param name in upper case, without a group
 * @param parameters values of TYPE and the like, in upper case, and whole parameters
 * @param value as it stands there, quoted-printable undone
 */
record VCardLine(String name, List<String> parameters, String value) {
    /** Characters of a file that are read. */
    static final int MAX_FILE = 8 << 20;

    private static final int MAX_LINES = 200_000;

    static List<VCardLine> of(String file) {
        String text = file.length() > MAX_FILE ? file.substring(0, MAX_FILE) : file;
        List<VCardLine> lines = new ArrayList<>();
        StringBuilder whole = new StringBuilder();
        for (String line : text.replace("\ufeff", "").split("\r\n|\n|\r", MAX_LINES)) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            boolean soft = isQuotedPrintable(whole) && whole.toString().endsWith("=");
            if (folded && !soft) {
                whole.append(line, 1, line.length());
            } else if (soft) {
                whole.setLength(whole.length() - 1);
                whole.append(line);
            } else {
                add(lines, whole.toString());
                whole.setLength(0);
                whole.append(line);
            }
        }
        add(lines, whole.toString());
        return lines;
    }

    private static boolean isQuotedPrintable(CharSequence line) {
        int colon = line.toString().indexOf(':');
        return colon > 0
                && line.toString().substring(0, colon).toUpperCase(Locale.ROOT).contains("QUOTED-PRINTABLE");
    }

    private static void add(List<VCardLine> lines, String line) {
        int colon = colon(line);
        if (colon <= 0) {
            return;
        }
        List<String> head =
                List.of(line.substring(0, colon).toUpperCase(Locale.ROOT).split(";", 50));
        String name = head.getFirst().substring(head.getFirst().lastIndexOf('.') + 1);
        List<String> parameters = new ArrayList<>();
        for (String parameter : head.subList(1, head.size())) {
            parameters.add(parameter);
            String values = parameter.substring(parameter.indexOf('=') + 1).replace("\"", "");
            parameters.addAll(List.of(values.split(",", 20)));
        }
        String value = line.substring(colon + 1);
        lines.add(new VCardLine(name, parameters, isQuotedPrintable(line) ? decoded(value, parameters) : value));
    }

    /** Where the value begins: a colon in quotes belongs to a parameter. */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String decoded(String value, List<String> parameters) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            boolean escape = value.charAt(i) == '='
                    && i + 2 < value.length()
                    && Character.digit(value.charAt(i + 1), 16) >= 0
                    && Character.digit(value.charAt(i + 2), 16) >= 0;
            if (escape) {
                octets.write(Integer.parseInt(value.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                octets.writeBytes(String.valueOf(value.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        String charset = parameters.stream()
                .filter(parameter -> parameter.startsWith("CHARSET="))
                .map(parameter -> parameter.substring("CHARSET=".length()))
                .findFirst()
                .orElse("UTF-8");
        return MailCharsets.decode(octets.toByteArray(), charset);
    }

    /** Whether one of its types is this. */
    boolean is(String type) {
        return parameters.contains(type);
    }

    /** The value, escapes undone. */
    String text() {
        return unescaped(value);
    }

    /** What stands between semicolons, escapes undone; at least one. */
    List<String> parts() {
        return split(';');
    }

    /** What stands between commas, escapes undone, without what is empty. */
    List<String> list() {
        return split(',').stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private List<String> split(char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                i++;
            } else if (value.charAt(i) == separator) {
                parts.add(unescaped(value.substring(from, i)));
                from = i + 1;
            }
        }
        parts.add(unescaped(value.substring(Math.min(from, value.length()))));
        return parts;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                char escaped = text.charAt(i);
                plain.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
