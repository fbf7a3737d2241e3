// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes HTML of text: lines stay lines, what is quoted with {@code >} becomes quotations (RFC 3676 §4.5), addresses become links,
 * and what stands below {@code -- } is the signature.
 *
 * @param flowed whether lines that end with a space go on in the next one (RFC 3676 §4.1)
 * @param joined whether that space is no part of the text (RFC 3676 §4.2)
 */
public record PlainText(boolean flowed, boolean joined) {
    /** Characters that are shown: a book has a million. */
    public static final int MAX_INPUT = 1 << 20;

    /** Quotation marks that are counted. */
    private static final int MAX_LEVEL = 20;

    /** Quoted lines that are read without a click when an answer follows them. */
    private static final int SHORT_QUOTE = 12;

    /** What was made. */
    public record Html(String body, boolean quotes) {}

    private record Line(int level, String text) {}

    /** HTML for the text, of the elements of {@link SafeHtml}. */
    public Html html(String text) {
        List<Line> lines = lines(text.length() > MAX_INPUT ? text.substring(0, MAX_INPUT) : text);
        Markup out = new Markup();
        out.open("div").attribute("class", "fb-text").end();
        boolean quotes = false;
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            boolean quoted = lines.get(at).level() > 0;
            while (end < lines.size() && (lines.get(end).level() > 0) == quoted) {
                end++;
            }
            List<Line> block = lines.subList(at, end);
            if (quoted) {
                quotes = true;
                quote(out, block, isLast(lines, end) || block.size() > SHORT_QUOTE);
            } else {
                own(out, block);
            }
            at = end;
        }
        return new Html(out.close("div").toString(), quotes);
    }

    private static boolean isLast(List<Line> lines, int from) {
        return lines.subList(from, lines.size()).stream()
                .allMatch(line -> line.text().isBlank());
    }

    private List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int level = -1;
        for (String written : text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
            int marks = marks(written);
            String rest = written.substring(end(written, marks));
            String bare = rest.startsWith(" ") && (flowed || marks > 0) ? rest.substring(1) : rest;
            if (level >= 0 && level != marks) {
                lines.add(new Line(level, paragraph.toString()));
                paragraph.setLength(0);
            }
            level = marks;
            boolean goesOn = flowed && bare.endsWith(" ") && !bare.equals("-- ");
            paragraph.append(goesOn && joined ? bare.substring(0, bare.length() - 1) : bare);
            if (!goesOn) {
                lines.add(new Line(level, paragraph.toString()));
                paragraph.setLength(0);
                level = -1;
            }
        }
        if (level >= 0) {
            lines.add(new Line(level, paragraph.toString()));
        }
        return lines;
    }

    /** How often it is quoted; other programs put spaces between the marks. */
    private static int marks(String line) {
        int marks = 0;
        for (int i = 0; i < line.length() && marks < MAX_LEVEL; i++) {
            if (line.charAt(i) == '>') {
                marks++;
            } else if (line.charAt(i) != ' ' || marks == 0) {
                return isFrom(line) ? 0 : marks;
            }
        }
        return marks;
    }

    /** What mbox files do to a line is no quotation. */
    private static boolean isFrom(String line) {
        return line.toLowerCase(Locale.ROOT).startsWith(">from ");
    }

    private static int end(String line, int marks) {
        int at = 0;
        for (int seen = 0; seen < marks; at++) {
            seen += line.charAt(at) == '>' ? 1 : 0;
        }
        return at;
    }

    private static void own(Markup out, List<Line> block) {
        boolean signature = false;
        for (Line line : block) {
            if (line.text().equals("-- ") && !signature) {
                signature = true;
                out.open("div").attribute("class", "fb-signature").end();
            }
            line(out, line.text());
        }
        if (signature) {
            out.close("div");
        }
    }

    private static void quote(Markup out, List<Line> block, boolean folded) {
        out.open("details").attribute("class", "fb-quote");
        if (!folded) {
            out.attribute("open", "");
        }
        out.end().open("summary").end().text("\u2022\u2022\u2022").close("summary");
        int level = 0;
        for (Line line : block) {
            for (; level < line.level(); level++) {
                out.open("blockquote").end();
            }
            for (; level > line.level(); level--) {
                out.close("blockquote");
            }
            line(out, line.text());
        }
        for (; level > 0; level--) {
            out.close("blockquote");
        }
        out.close("details");
    }

    private static void line(Markup out, String text) {
        out.open("div").end();
        if (text.isEmpty()) {
            out.open("br").end();
        }
        int at = 0;
        for (TextLinks.Link link : TextLinks.in(text)) {
            out.text(text.substring(at, link.from()));
            String shown = text.substring(link.from(), link.to());
            out.open("a").attribute("href", link.address());
            out.attribute("target", "_blank")
                    .attribute("rel", "noopener noreferrer nofollow")
                    .end();
            out.text(shown).close("a");
            at = link.to();
        }
        out.text(text.substring(at)).close("div");
    }
}
