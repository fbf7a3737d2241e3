// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.search.Folding;
import org.jspecify.annotations.Nullable;

/** Marks words in a text (RFC 8621 §5), where a search finds them: with case, width and the like the same. */
final class Highlighter {
    /** Characters of a snippet; in UTF-8 and with its marks it stays near the 255 octets of RFC 8621. */
    private static final int LENGTH = 120;

    private static final int BEFORE = 30;
    private final List<String> words;

    /** @param words as the client wrote them */
    Highlighter(List<String> words) {
        this.words = words.stream()
                .map(Folding::fold)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private record Span(int begin, int end) {}

    /** The text, or what is around the first word of a long one; null when no word is in it. */
    @Nullable
    String mark(String text) {
        List<Span> spans = spans(text);
        if (spans.isEmpty()) {
            return null;
        }
        int first = spans.getFirst().begin();
        int begin = text.length() <= LENGTH || first <= BEFORE ? 0 : whole(text, first - BEFORE);
        int end = whole(text, Math.min(text.length(), begin + LENGTH));
        StringBuilder marked = new StringBuilder();
        int at = begin;
        for (Span span : spans) {
            if (span.begin() >= at && span.end() <= end) {
                marked.append(escaped(text.substring(at, span.begin())))
                        .append("<mark>")
                        .append(escaped(text.substring(span.begin(), span.end())))
                        .append("</mark>");
                at = span.end();
            }
        }
        return marked.append(escaped(text.substring(at, Math.max(at, end)))).toString();
    }

    private static int whole(String text, int place) {
        return place < text.length() && Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }

    /** Where words are, by characters of the text itself. */
    private List<Span> spans(String text) {
        StringBuilder folded = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        int place = 0;
        while (place < text.length()) {
            int next = place + Character.charCount(text.codePointAt(place));
            String piece = Folding.fold(text.substring(place, next));
            for (int i = 0; i < piece.length(); i++) {
                places.add(place);
            }
            folded.append(piece);
            if (piece.isEmpty() && !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
                places.add(place);
            }
            place = next;
        }
        places.add(text.length());
        List<Span> spans = new ArrayList<>();
        for (String word : words) {
            for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length())) {
                spans.add(new Span(places.get(at), places.get(at + word.length())));
            }
        }
        spans.sort(java.util.Comparator.comparingInt(Span::begin));
        return spans;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
