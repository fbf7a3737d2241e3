// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.Locale;

/**
 * The words of HTML, for previews and search. It is no parser and makes nothing safe to show: tags go, the content of style,
 * script, title and comments goes, the commonest character references are resolved. One pass, output never longer than input.
 */
final class HtmlText {
    private final String html;
    private final StringBuilder text;
    private int position;

    private HtmlText(String html) {
        this.html = html;
        this.text = new StringBuilder(html.length());
    }

    static String of(String html) {
        return new HtmlText(html).strip();
    }

    private String strip() {
        while (position < html.length()) {
            char c = html.charAt(position);
            if (c == '<' && isTag()) {
                tag();
            } else if (c == '&') {
                reference();
            } else {
                text.append(c);
                position++;
            }
        }
        return text.toString();
    }

    /** A sign for "less than" that nobody escaped begins none. */
    private boolean isTag() {
        char next = position + 1 < html.length() ? html.charAt(position + 1) : '>';
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?' || next == '>';
    }

    private void tag() {
        if (html.startsWith("<!--", position)) {
            moveBehind("-->");
            return;
        }
        boolean closing = html.startsWith("</", position);
        String name = tagName();
        moveBehind(">");
        if (!closing && isUnseen(name)) {
            moveBehind("</" + name);
            moveBehind(">");
        } else if (!isWithinWords(name)) {
            text.append(' ');
        }
    }

    private String tagName() {
        int begin = html.startsWith("</", position) ? position + 2 : position + 1;
        int end = begin;
        int most = Math.min(html.length(), end + HtmlReference.MAX_LENGTH);
        while (end < most && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return html.substring(begin, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isUnseen(String name) {
        return switch (name) {
            case "style", "script", "title", "template" -> true;
            default -> false;
        };
    }

    /** Whether such a tag may stand in the middle of a word, so that it does not end one. */
    private static boolean isWithinWords(String name) {
        return switch (name) {
            case "a", "b", "big", "em", "font", "i", "ins", "mark", "s", "small", "span", "strong", "u", "wbr" -> true;
            default -> false;
        };
    }

    /** Behind the next occurrence, in any case; to the end when there is none. */
    private void moveBehind(String end) {
        int last = html.length() - end.length();
        while (position <= last && !html.regionMatches(true, position, end, 0, end.length())) {
            position++;
        }
        position = position <= last ? position + end.length() : html.length();
    }

    private void reference() {
        int semicolon = -1;
        for (int i = position + 1;
                i < Math.min(html.length(), position + HtmlReference.MAX_LENGTH + 2) && semicolon < 0;
                i++) {
            semicolon = html.charAt(i) == ';' ? i : -1;
        }
        String resolved = semicolon < 0 ? "" : HtmlReference.resolve(html.substring(position + 1, semicolon));
        if (resolved.isEmpty()) {
            text.append('&');
            position++;
        } else {
            text.append(resolved);
            position = semicolon + 1;
        }
    }
}
