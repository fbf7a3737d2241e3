// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How HTML is written: which tags, with which attributes, and how those look that make a text loud. Programs are known by it. */
final class TagForms {
    /** Forms that are kept; a page has some dozens. */
    private static final int MOST = 300;

    /** Attributes of a tag that are read. */
    private static final int ATTRIBUTES = 12;

    private static final int MAX_VALUE = 20;

    /** Attributes whose values are of few kinds. */
    private static final Set<String> TELLING =
            Set.of("color", "bgcolor", "face", "size", "align", "border", "width", "type", "method", "target");

    private final Set<String> forms = new LinkedHashSet<>();

    void add(HtmlTag tag) {
        if (tag.closing() || forms.size() >= MOST) {
            return;
        }
        forms.add(tag.name());
        String text = tag.attributes().toLowerCase(Locale.ROOT);
        int position = 0;
        for (int read = 0; read < ATTRIBUTES && position < text.length(); read++) {
            position = attribute(tag.name(), text, position);
        }
    }

    List<String> all() {
        return List.copyOf(forms);
    }

    /** Reads one attribute; returns where the next may begin. */
    private int attribute(String tag, String text, int from) {
        int begin = from;
        while (begin < text.length() && !Character.isLetter(text.charAt(begin))) {
            begin++;
        }
        int end = begin;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        String name = text.substring(begin, end);
        if (name.isEmpty() || name.length() > MAX_VALUE) {
            return end;
        }
        forms.add(tag + ' ' + name);
        return end < text.length() && text.charAt(end) == '=' ? value(name, text, end + 1) : end;
    }

    private int value(String name, String text, int from) {
        boolean quoted = from < text.length() && (text.charAt(from) == '"' || text.charAt(from) == '\'');
        int begin = quoted ? from + 1 : from;
        int end = begin;
        while (end < text.length() && (quoted ? text.charAt(end) != text.charAt(from) : text.charAt(end) > ' ')) {
            end++;
        }
        if (TELLING.contains(name)) {
            forms.add(name + '=' + text.substring(begin, Math.min(end, begin + MAX_VALUE)));
        }
        return quoted ? end + 1 : end;
    }
}
