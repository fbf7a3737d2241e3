// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

/** What other programs say, fit for headers and the journal. */
final class Texts {
    private static final int MAX_LENGTH = 200;

    private Texts() {}

    /** Without anything that is no printable ASCII, and cut. */
    static String word(String text) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < text.length() && clean.length() < MAX_LENGTH; i++) {
            char c = text.charAt(i);
            clean.append(c < ' ' || c > '~' ? '?' : c);
        }
        return clean.toString();
    }
}
