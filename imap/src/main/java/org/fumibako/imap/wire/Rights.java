// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

/**
 * What somebody may do in a mailbox (RFC 4314 §2.1).
 *
 * @param letters each at most once, in the order of {@link #ALL}
 */
public record Rights(String letters) {
    /** lookup, read, keep seen, write flags, insert, post, create below, delete mailbox, delete messages, expunge, administer. */
    public static final Rights ALL = new Rights("lrswipkxtea");

    public static final Rights NONE = new Rights("");

    /** As a client writes them, with those of RFC 2086 (RFC 4314 §2.1.1). */
    static Rights parse(String text) throws SyntaxException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case 'c' -> all.append('k');
                case 'd' -> all.append("xte");
                default -> {
                    if (!ALL.has(letter)) {
                        throw new SyntaxException("There is no right '" + letter + "'");
                    }
                    all.append(letter);
                }
            }
        }
        return of(all.toString());
    }

    /** Letters in any order, and repeated. */
    public static Rights of(String letters) {
        StringBuilder sorted = new StringBuilder();
        for (char letter : ALL.letters.toCharArray()) {
            if (letters.indexOf(letter) >= 0) {
                sorted.append(letter);
            }
        }
        return new Rights(sorted.toString());
    }

    public boolean has(char letter) {
        return letters.indexOf(letter) >= 0;
    }

    public boolean hasAny(String some) {
        return some.chars().anyMatch(letter -> has((char) letter));
    }

    public Rights plus(Rights other) {
        return of(letters + other.letters);
    }

    public Rights minus(Rights other) {
        StringBuilder left = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (!other.has(letter)) {
                left.append(letter);
            }
        }
        return new Rights(left.toString());
    }

    /** As responses tell them: with {@code c} and {@code d} for clients of RFC 2086 (RFC 4314 §2.1.1). */
    public String told() {
        return letters + (has('k') ? "c" : "") + (hasAny("xte") ? "d" : "");
    }
}
