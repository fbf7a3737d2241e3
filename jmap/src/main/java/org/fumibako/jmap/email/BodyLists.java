// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which parts are what one reads, as text and as HTML, and which are attached (RFC 8621 §4.1.4). */
public record BodyLists(List<Part> text, List<Part> html, List<Part> attachments) {
    /** Sorts the parts of a message. */
    public static BodyLists of(Part root) {
        List<Part> text = new ArrayList<>();
        List<Part> html = new ArrayList<>();
        List<Part> attachments = new ArrayList<>();
        new Sorting(attachments).sort(List.of(root), "mixed", false, html, text);
        return new BodyLists(text, html, attachments);
    }

    /** Whether there is something that a client offers to download. */
    boolean hasAttachment() {
        return attachments.stream().anyMatch(part -> !part.disposition().equals("inline"));
    }

    private record Sorting(List<Part> attachments) {
        void sort(
                List<Part> parts,
                String kind,
                boolean inAlternative,
                @Nullable List<Part> htmlBody,
                @Nullable List<Part> textBody) {
            List<Part> html = htmlBody;
            List<Part> text = textBody;
            int texts = text == null ? -1 : text.size();
            int htmls = html == null ? -1 : html.size();
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                if (part.isMultipart()) {
                    String below = part.part().subtype().toLowerCase(Locale.ROOT);
                    sort(part.subParts(), below, inAlternative || below.equals("alternative"), html, text);
                } else if (!isInline(part, i, kind)) {
                    attachments.add(part);
                } else if (kind.equals("alternative")) {
                    alternative(part, html, text);
                } else {
                    if (inAlternative) {
                        html = part.type().equals("text/plain") ? null : html;
                        text = part.type().equals("text/html") ? null : text;
                    }
                    inline(part, html, text);
                }
            }
            if (kind.equals("alternative") && text != null && html != null) {
                share(text, texts, html, htmls);
            }
        }

        private static boolean isInline(Part part, int place, String kind) {
            boolean readable = part.type().equals("text/plain") || part.type().equals("text/html") || isMedia(part);
            boolean placed = place == 0
                    || (!kind.equals("related") && (isMedia(part) || part.name().isEmpty()));
            return readable && placed && !part.disposition().equals("attachment");
        }

        private static boolean isMedia(Part part) {
            String type = part.part().type();
            return type.equals("IMAGE") || type.equals("AUDIO") || type.equals("VIDEO");
        }

        private void alternative(Part part, @Nullable List<Part> html, @Nullable List<Part> text) {
            if (part.type().equals("text/plain") && text != null) {
                text.add(part);
            } else if (part.type().equals("text/html") && html != null) {
                html.add(part);
            } else {
                attachments.add(part);
            }
        }

        private void inline(Part part, @Nullable List<Part> html, @Nullable List<Part> text) {
            if (text != null) {
                text.add(part);
            }
            if (html != null) {
                html.add(part);
            }
            if ((text == null || html == null) && isMedia(part)) {
                attachments.add(part);
            }
        }

        /** Where one form was not there, the other serves for both. */
        private static void share(List<Part> text, int texts, List<Part> html, int htmls) {
            boolean noText = texts == text.size();
            boolean noHtml = htmls == html.size();
            if (noText && !noHtml) {
                text.addAll(html.subList(htmls, html.size()));
            } else if (noHtml && !noText) {
                html.addAll(text.subList(texts, text.size()));
            }
        }
    }
}
