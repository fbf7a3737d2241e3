// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.util.Locale;

/**
 * One tag.
 *
 * @param name in lower case, without a slash
 * @param closing whether it ends an element
 * @param attributes the rest of it, as it is written
 * @param end index behind it
 */
record HtmlTag(String name, boolean closing, String attributes, int end) {
    /** Characters of a tag that are read; what is longer is passed over up to its end. */
    private static final int MAX_LENGTH = 4_096;

    /** The tag that begins at {@code begin}, where {@code <} stands and a letter or slash follows. */
    static HtmlTag at(String html, int begin) {
        boolean closing = html.startsWith("</", begin);
        int nameBegin = closing ? begin + 2 : begin + 1;
        int nameEnd = nameBegin;
        while (nameEnd < html.length() && Character.isLetterOrDigit(html.charAt(nameEnd)) && nameEnd < nameBegin + 20) {
            nameEnd++;
        }
        int end = endOf(html, nameEnd);
        int close = end > nameEnd && html.charAt(end - 1) == '>' ? end - 1 : end;
        String attributes = html.substring(nameEnd, Math.min(close, nameEnd + MAX_LENGTH));
        return new HtmlTag(html.substring(nameBegin, nameEnd).toLowerCase(Locale.ROOT), closing, attributes, end);
    }

    /** Behind the next {@code >} that stands in no quotes; quotes that never end, and are too long, are none. */
    private static int endOf(String html, int from) {
        int most = Math.min(html.length(), from + MAX_LENGTH);
        char quote = 0;
        for (int i = from; i < most; i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i + 1;
            } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
                quote = c;
            }
        }
        int plain = html.indexOf('>', from);
        return plain < 0 ? html.length() : plain + 1;
    }

    /** The value of an attribute; empty when it has none or is not there. */
    String attribute(String wanted) {
        int at = find(wanted);
        int i = at < 0 ? attributes.length() : at + wanted.length();
        while (i < attributes.length() && attributes.charAt(i) <= ' ') {
            i++;
        }
        if (i >= attributes.length() || attributes.charAt(i) != '=') {
            return "";
        }
        i++;
        while (i < attributes.length() && attributes.charAt(i) <= ' ') {
            i++;
        }
        if (i >= attributes.length()) {
            return "";
        }
        char quote = attributes.charAt(i);
        boolean quoted = quote == '"' || quote == '\'';
        int begin = quoted ? i + 1 : i;
        int end = begin;
        while (end < attributes.length() && (quoted ? attributes.charAt(end) != quote : attributes.charAt(end) > ' ')) {
            end++;
        }
        return attributes.substring(begin, end);
    }

    boolean has(String wanted) {
        return find(wanted) >= 0;
    }

    private int find(String wanted) {
        for (int i = 1; i + wanted.length() <= attributes.length(); i++) {
            char before = attributes.charAt(i - 1);
            boolean begins = before <= ' ' || before == '"' || before == '\'' || before == '/';
            if (begins
                    && attributes.regionMatches(true, i, wanted, 0, wanted.length())
                    && endsAt(i + wanted.length())) {
                return i;
            }
        }
        return -1;
    }

    private boolean endsAt(int i) {
        return i >= attributes.length() || attributes.charAt(i) <= ' ' || "=/".indexOf(attributes.charAt(i)) >= 0;
    }
}
