// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.mime.HtmlReference;

/** One pass over HTML: what is seen of it, and what is not. It is no parser and makes nothing safe to show. */
final class HtmlScan {
    private final String html;
    private final int mostLinks;
    private final StringBuilder visible;
    private final List<Link> links = new ArrayList<>();
    private int position;
    private int hidden;
    private int zeroWidth;
    private int images;
    private int forms;
    private int passwords;
    private int scripts;
    private String hiddenName = "";
    private int hiddenDepth;
    private String target = "";
    private int shownFrom;
    private final TagForms tags = new TagForms();

    HtmlScan(String html, int mostLinks) {
        this.html = html;
        this.mostLinks = mostLinks;
        this.visible = new StringBuilder(html.length() / 2);
    }

    HtmlFacts scan() {
        while (position < html.length()) {
            char c = html.charAt(position);
            if (c == '<' && isTag()) {
                tag();
            } else if (c == '&') {
                reference();
            } else {
                character(c);
                position++;
            }
        }
        endLink();
        return new HtmlFacts(
                visible.toString(), hidden, zeroWidth, images, forms, passwords, scripts, links, tags.all());
    }

    private void character(char c) {
        if (hiddenDepth > 0) {
            hidden += c > ' ' ? 1 : 0;
        } else if (isZeroWidth(c)) {
            zeroWidth++;
        } else {
            visible.append(c);
        }
    }

    static boolean isZeroWidth(char c) {
        return (c >= '\u200b' && c <= '\u200f') || c == '\u2060' || c == '\ufeff' || c == '\u00ad' || c == '\u034f';
    }

    private boolean isTag() {
        char next = position + 1 < html.length() ? html.charAt(position + 1) : ' ';
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
    }

    private void tag() {
        if (html.startsWith("<!--", position)) {
            int end = html.indexOf("-->", position + 4);
            position = end < 0 ? html.length() : end + 3;
            return;
        }
        HtmlTag tag = HtmlTag.at(html, position);
        position = tag.end();
        tags.add(tag);
        if (hiddenDepth > 0) {
            within(tag);
        } else if (tag.closing()) {
            close(tag.name());
        } else {
            open(tag);
        }
    }

    /** Within something hidden only its end is of interest. */
    private void within(HtmlTag tag) {
        if (tag.name().equals(hiddenName)) {
            hiddenDepth += tag.closing() ? -1 : 1;
        }
    }

    private void close(String name) {
        if (name.equals("a")) {
            endLink();
        }
        separate(name);
    }

    private void open(HtmlTag tag) {
        count(tag);
        switch (tag.name()) {
            case "a", "area" -> {
                endLink();
                target = resolved(tag.attribute("href"));
                shownFrom = visible.length();
            }
            case "style", "script", "title", "template" -> skip(tag.name());
            default -> {
                if (HiddenStyle.hides(tag)) {
                    hiddenName = tag.name();
                    hiddenDepth = 1;
                }
            }
        }
        separate(tag.name());
    }

    private void count(HtmlTag tag) {
        switch (tag.name()) {
            case "img" -> images++;
            case "form" -> forms++;
            case "script", "iframe", "object", "embed", "applet" -> scripts++;
            case "input" -> passwords += tag.attribute("type").equalsIgnoreCase("password") ? 1 : 0;
            default -> {}
        }
    }

    private void separate(String name) {
        switch (name) {
            case "a", "b", "big", "em", "font", "i", "s", "small", "span", "strong", "u", "wbr" -> {}
            default -> visible.append(' ');
        }
    }

    private void endLink() {
        if (!target.isEmpty() && links.size() < mostLinks) {
            links.add(Link.of(target, visible.substring(shownFrom).strip()));
        }
        target = "";
    }

    /** To the end of an element whose content is no text. */
    private void skip(String name) {
        String end = "</" + name;
        int last = html.length() - end.length();
        while (position <= last && !html.regionMatches(true, position, end, 0, end.length())) {
            position++;
        }
        position = position <= last ? position : html.length();
    }

    private void reference() {
        int semicolon = semicolon(html, position);
        String character = semicolon < 0 ? "" : HtmlReference.resolve(html.substring(position + 1, semicolon));
        if (character.isEmpty()) {
            character('&');
            position++;
        } else {
            character.chars().forEach(c -> character((char) c));
            position = semicolon + 1;
        }
    }

    private static int semicolon(String text, int from) {
        int most = Math.min(text.length(), from + HtmlReference.MAX_LENGTH + 2);
        for (int i = from + 1; i < most; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    /** An attribute's value without character references. */
    private static String resolved(String value) {
        if (value.indexOf('&') < 0) {
            return value.strip();
        }
        StringBuilder text = new StringBuilder(value.length());
        int i = 0;
        while (i < value.length()) {
            int end = value.charAt(i) == '&' ? semicolon(value, i) : -1;
            String character = end < 0 ? "" : HtmlReference.resolve(value.substring(i + 1, end));
            text.append(character.isEmpty() ? String.valueOf(value.charAt(i)) : character);
            i = character.isEmpty() ? i + 1 : end + 1;
        }
        return text.toString().strip();
    }
}
