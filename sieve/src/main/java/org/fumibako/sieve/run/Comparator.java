// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.text.Normalizer;
import java.util.Optional;

/** How strings are compared (RFC 4790, RFC 5051). */
public enum Comparator {
    /** Character by character; on UTF-8 that is the same as octet by octet. */
    OCTET("i;octet"),
    /** Letters of US-ASCII in any case; what is meant when nothing is said (RFC 5228 §2.7.3). */
    ASCII_CASEMAP("i;ascii-casemap"),
    /** As numbers; what does not begin with a digit is larger than every number (RFC 4790 §9.1). */
    ASCII_NUMERIC("i;ascii-numeric"),
    /** Letters in any case, width and composition (RFC 5051). */
    UNICODE_CASEMAP("i;unicode-casemap");

    private final String id;

    Comparator(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<Comparator> of(String id) {
        for (Comparator comparator : values()) {
            if (comparator.id.equals(id)) {
                return Optional.of(comparator);
            }
        }
        return Optional.empty();
    }

    /** Whether it can look for a string inside another. */
    public boolean hasSubstrings() {
        return this != ASCII_NUMERIC;
    }

    Folded fold(String text) {
        return switch (this) {
            case OCTET, ASCII_NUMERIC -> Folded.of(text, c -> c);
            case ASCII_CASEMAP -> Folded.of(text, c -> c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c);
            case UNICODE_CASEMAP -> Folded.ofStrings(text, Comparator::casemap);
        };
    }

    private static String casemap(int codePoint) {
        return codePoint < 0x80
                ? Character.toString(Character.toTitleCase(codePoint))
                : Normalizer.normalize(Character.toString(Character.toTitleCase(codePoint)), Normalizer.Form.NFKD);
    }

    /** Below, equal or above zero. */
    int compare(String one, String other) {
        return this == ASCII_NUMERIC ? numeric(one, other) : fold(one).compareTo(fold(other));
    }

    private static int numeric(String one, String other) {
        String a = digits(one);
        String b = digits(other);
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    /** Without zeros at the front but for the last; empty when there are none. */
    private static String digits(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        int begin = 0;
        while (begin < end - 1 && text.charAt(begin) == '0') {
            begin++;
        }
        return text.substring(begin, end);
    }
}
