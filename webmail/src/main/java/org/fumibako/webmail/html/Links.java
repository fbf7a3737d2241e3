// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads addresses the way browsers do (WHATWG URL §4.4), and keeps those that lead to a page, a letter or a call. */
final class Links {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    /** Characters of one address; longer ones are no links that people sent. */
    private static final int MAX_LENGTH = 4_000;

    private static final String ESCAPED = " \"'<>`\\^{|}";

    private Links() {}

    /** The address, with every character that could mean something in HTML or CSS escaped; empty when it leads nowhere of these. */
    static Optional<String> of(String written) {
        Optional<String> clean = clean(written);
        return clean.filter(address -> SCHEMES.contains(scheme(address)));
    }

    /** The address of something on the web, or empty. */
    static Optional<String> web(String written) {
        return clean(written).filter(address -> {
            String scheme = scheme(address);
            return scheme.equals("http") || scheme.equals("https");
        });
    }

    /** In lower case; empty when there is none. */
    static String scheme(String address) {
        int colon = address.indexOf(':');
        String scheme = colon < 0 ? "" : address.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean formed = !scheme.isEmpty()
                && scheme.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
        return formed ? scheme : "";
    }

    /** What browsers leave out of an address is left out: spaces and controls around it, line breaks and tabs within. */
    private static Optional<String> clean(String written) {
        String bare = written.strip();
        if (bare.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '\t' || c == '\n' || c == '\r' || (Character.isISOControl(c) && clean.isEmpty())) {
                continue;
            }
            if (Character.isISOControl(c) || (Character.isSurrogate(c) && !isPaired(bare, i))) {
                return Optional.empty();
            }
            if (ESCAPED.indexOf(c) >= 0) {
                clean.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                clean.append(c);
            }
        }
        String scheme = scheme(clean.toString());
        boolean web = scheme.equals("http") || scheme.equals("https");
        // http:foo and http:/foo are addresses on this server to some readers.
        boolean whole = !web || clean.toString().regionMatches(scheme.length(), "://", 0, 3);
        return whole && !clean.isEmpty() ? Optional.of(clean.toString()) : Optional.empty();
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
