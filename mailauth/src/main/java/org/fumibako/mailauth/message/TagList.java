// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A list of {@code tag=value} with semicolons between (RFC 6376 §3.2): what signatures and key records are written in. Names
 * are case-sensitive; a list that has one name twice, or anything that is no tag, is no list.
 *
 * <p>Text is one char an octet. White space around names and values does not count; inside a value it stays.
 */
public final class TagList {
    /**
     * Characters of a list: a signature by an RSA key of 16,384 bits has 2,800, one over some hundreds of fields 10,000; the
     * largest TXT record that a resolver can be sent has 65,535.
     */
    public static final int MAX_LENGTH = 65_535;

    /** Where a value stands: from behind the equals sign to before the semicolon. */
    public record Span(int from, int to) {}

    private final String text;
    private final Map<String, Span> spans;

    private TagList(String text, Map<String, Span> spans) {
        this.text = text;
        this.spans = spans;
    }

    /** Reads a list; empty when this is none. */
    public static Optional<TagList> parse(String text) {
        Map<String, Span> spans = new HashMap<>();
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int begin = 0;
        while (begin < text.length()) {
            int semicolon = text.indexOf(';', begin);
            int end = semicolon < 0 ? text.length() : semicolon;
            boolean last = end == text.length();
            if (!(last && begin > 0 && isBlank(text, begin, end)) && !tag(text, begin, end, spans)) {
                return Optional.empty();
            }
            begin = end + 1;
        }
        return spans.isEmpty() ? Optional.empty() : Optional.of(new TagList(text, spans));
    }

    /** A value without white space at its ends; empty when there is no such tag. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(spans.get(name)).map(span -> {
            int from = span.from;
            int to = span.to;
            while (from < to && isSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(text.charAt(to - 1))) {
                to--;
            }
            return text.substring(from, to);
        });
    }

    /** A value without any white space, as for Base64 (RFC 6376 §3.5). */
    public Optional<String> compact(String name) {
        return Optional.ofNullable(spans.get(name)).map(span -> {
            StringBuilder compact = new StringBuilder(span.to - span.from);
            for (int i = span.from; i < span.to; i++) {
                if (!isSpace(text.charAt(i))) {
                    compact.append(text.charAt(i));
                }
            }
            return compact.toString();
        });
    }

    /** Where the value stands in the text. */
    public Optional<Span> span(String name) {
        return Optional.ofNullable(spans.get(name));
    }

    public boolean has(String name) {
        return spans.containsKey(name);
    }

    private static boolean tag(String text, int begin, int end, Map<String, Span> spans) {
        int equals = text.indexOf('=', begin);
        if (equals < 0 || equals >= end) {
            return false;
        }
        int from = begin;
        int to = equals;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (!isName(text, from, to) || !isValue(text, equals + 1, end)) {
            return false;
        }
        return spans.put(text.substring(from, to), new Span(equals + 1, end)) == null;
    }

    private static boolean isName(String text, int from, int to) {
        if (from == to || !isLetter(text.charAt(from))) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** RFC 8616 §4 lets UTF-8 into values, so octets above ASCII may stand there; controls may not. */
    private static boolean isValue(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < ' ' && !isSpace(c)) || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
