// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.model.Content;

/** What a message says at its beginning, for a list of messages (RFC 8970 §3). */
public final class Preview {
    /** Characters (UTF-16 units, so never more Unicode characters than RFC 8970 §3 allows). */
    public static final int MAX_LENGTH = 256;

    /** Octets of plain text that are looked at: {@link #MAX_LENGTH} characters in any charset, and some quoting. */
    private static final int MAX_PLAIN = 2_048;

    /** Octets of HTML that are looked at: its head, with style sheets, comes before the first word. */
    private static final int MAX_HTML = 32_768;

    private Preview() {}

    /** Never fails and never has a line break; empty when the message has no text. */
    public static String of(Content message, BodyPart root) throws IOException {
        Optional<BodyPart> plain = text(root, "PLAIN");
        if (plain.isPresent()) {
            String preview = cut(PartText.read(message, plain.get(), MAX_PLAIN));
            if (!preview.isEmpty()) {
                return preview;
            }
        }
        Optional<BodyPart> html = text(root, "HTML");
        return html.isPresent() ? cut(HtmlText.of(PartText.read(message, html.get(), MAX_HTML))) : "";
    }

    /** The first such part that is neither attached nor inside an attached message. */
    private static Optional<BodyPart> text(BodyPart part, String subtype) {
        boolean attached =
                part.disposition().map("attachment"::equalsIgnoreCase).orElse(false);
        if (attached || part.type().equals("MESSAGE")) {
            return Optional.empty();
        }
        if (part.type().equals("TEXT") && part.subtype().equals(subtype)) {
            return Optional.of(part);
        }
        for (BodyPart child : part.parts()) {
            Optional<BodyPart> found = text(child, subtype);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** One space for each run of white space and control characters, no quoted lines, at most {@link #MAX_LENGTH}. */
    private static String cut(String text) {
        StringBuilder preview = new StringBuilder(MAX_LENGTH);
        boolean space = false;
        boolean quoted = false;
        boolean lineBegins = true;
        for (int i = 0; i < text.length() && preview.length() < MAX_LENGTH; i++) {
            char c = text.charAt(i);
            quoted = lineBegins ? c == '>' : quoted;
            lineBegins = c == '\n';
            if (isSpace(c)) {
                space = true;
            } else if (!quoted) {
                if (space && !preview.isEmpty()) {
                    preview.append(' ');
                }
                space = false;
                preview.append(c);
            }
        }
        return whole(preview);
    }

    private static boolean isSpace(char c) {
        return c <= ' '
                || (c >= 0x7f && c <= 0xa0)
                || c == '\u3000'
                || (c >= '\u2000' && c <= '\u200f')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\ufeff';
    }

    /** Without half a character at the end. */
    private static String whole(StringBuilder preview) {
        int end = Math.min(preview.length(), MAX_LENGTH);
        while (end > 0 && (Character.isHighSurrogate(preview.charAt(end - 1)) || preview.charAt(end - 1) == '\ufffd')) {
            end--;
        }
        return preview.substring(0, end);
    }
}
