// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.util.List;

/** Finds links in text that nobody marked up. */
final class LinkFinder {
    private LinkFinder() {}

    static void find(String text, List<Link> into, int most) {
        int position = next(text, 0);
        while (position >= 0 && into.size() < most) {
            int end = end(text, position);
            String found = text.substring(position, end);
            String target = found.startsWith("www.") || found.startsWith("WWW.") ? "http://" + found : found;
            into.add(Link.of(target, found));
            position = next(text, end);
        }
    }

    /** Where the next one begins: a scheme, or a name that begins with www. */
    private static int next(String text, int from) {
        for (int i = from; i + 8 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == 'h' || c == 'H') && (starts(text, i, "http://") || starts(text, i, "https://"))) {
                return i;
            }
            if ((c == 'w' || c == 'W') && starts(text, i, "www.") && !isWithinWord(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isWithinWord(String text, int i) {
        return i > 0 && (Character.isLetterOrDigit(text.charAt(i - 1)) || "./-@".indexOf(text.charAt(i - 1)) >= 0);
    }

    private static boolean starts(String text, int i, String prefix) {
        return text.regionMatches(true, i, prefix, 0, prefix.length());
    }

    /** Links end at white space, at what stands around them, and at Japanese text that follows without a space. */
    private static int end(String text, int begin) {
        int end = begin;
        while (end < text.length() && end - begin < Link.MAX_LENGTH) {
            char c = text.charAt(end);
            if (c <= ' ' || c > '~' || "<>\"'`(){}|".indexOf(c) >= 0) {
                break;
            }
            end++;
        }
        while (end > begin && ".,;:!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
