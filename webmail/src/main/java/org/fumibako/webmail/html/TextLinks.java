// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses in a line of text: of pages, and of people. */
final class TextLinks {
    /** Without Japanese brackets and stops, which stand right behind an address where no space is written. */
    private static final Pattern FOUND = Pattern.compile(
            "(?i)\\bhttps?://[^\\s<>\"'\u3000-\u3002\u3008-\u3011\uff08\uff09\uff0c\uff0e\u2018-\u201d]{1,2000}+"
                    + "|[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9.-]{1,250}+");

    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+\\.)+[A-Za-z][A-Za-z0-9-]*");

    private TextLinks() {}

    /** Characters {@code from} to {@code to} of the line lead to the address. */
    record Link(int from, int to, String address) {}

    static List<Link> in(String line) {
        List<Link> links = new ArrayList<>();
        Matcher found = FOUND.matcher(line);
        while (found.find()) {
            String text = trimmed(found.group());
            boolean page = text.regionMatches(true, 0, "http", 0, 4) && text.contains("://");
            Optional<String> address = page ? Links.of(text) : person(text);
            address.ifPresent(to -> links.add(new Link(found.start(), found.start() + text.length(), to)));
        }
        return links;
    }

    private static Optional<String> person(String text) {
        return PERSON.matcher(text).matches() ? Links.of("mailto:" + text) : Optional.empty();
    }

    /** Without what belongs to the sentence around it; a closing bracket stays when the address opens one. */
    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && belongsToSentence(text, end)) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean belongsToSentence(String text, int end) {
        char last = text.charAt(end - 1);
        if (last == ')') {
            return text.substring(0, end).indexOf('(') < 0;
        }
        return ".,;:!?*]}".indexOf(last) >= 0;
    }
}
