// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

/** Writes HTML. Whatever text it is given, it is text, and a value is a value. */
final class Markup {
    private final StringBuilder out = new StringBuilder();

    /** Text between tags. */
    Markup text(String text) {
        escape(text);
        return this;
    }

    /** A start tag without its end. */
    Markup open(String element) {
        out.append('<').append(element);
        return this;
    }

    /** An attribute of the tag that is open. */
    Markup attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
        return this;
    }

    /** Ends the tag. */
    Markup end() {
        out.append('>');
        return this;
    }

    Markup close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    int length() {
        return out.length();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '`' -> out.append("&#96;");
                case '\n', '\t' -> out.append(c);
                // Lines of mail end with CRLF; to a page that is one line end (HTML, preprocessing the input stream).
                case '\r' -> out.append(i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "" : "\n");
                case '\f' -> out.append(' ');
                default -> out.append(isHarmless(text, i) ? c : '\uFFFD');
            }
        }
    }

    /** Neither a control character nor half of a surrogate pair, which readers understand differently. */
    private static boolean isHarmless(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return !Character.isISOControl(c) && c != '\uFFFE' && c != '\uFFFF';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
