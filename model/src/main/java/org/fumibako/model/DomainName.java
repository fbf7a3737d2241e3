// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A host or domain name in its canonical form: lower-case A-labels without a trailing dot (RFC 5890, RFC 1035 §2.3.4).
 *
 * <p>Address literals ({@code [192.0.2.1]}) are not domain names and are refused.
 */
public record DomainName(String ascii) implements Comparable<DomainName> {
    /** Octets in a name (RFC 1035 §2.3.4, without the root's length octet and final dot). */
    public static final int MAX_LENGTH = 253;

    /** Octets in a label (RFC 1035 §2.3.4). */
    public static final int MAX_LABEL = 63;

    public DomainName {
        if (!isCanonical(ascii)) {
            throw new IllegalArgumentException("not a domain name: " + ascii);
        }
    }

    /** Reads a name in A-label or U-label form, any case, with or without the trailing dot. */
    public static Optional<DomainName> parse(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.length() > 4 * MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            String ascii = isAscii(name)
                    ? name.toLowerCase(Locale.ROOT)
                    : IDN.toASCII(Normalizer.normalize(name, Normalizer.Form.NFKC), IDN.USE_STD3_ASCII_RULES)
                            .toLowerCase(Locale.ROOT);
            return isCanonical(ascii) ? Optional.of(new DomainName(ascii)) : Optional.empty();
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    /** Like {@link #parse}, for names that the program itself wrote down. */
    public static DomainName of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a domain name: " + text));
    }

    /** The name as people read it, with U-labels. */
    public String unicode() {
        return IDN.toUnicode(ascii);
    }

    @Override
    public int compareTo(DomainName other) {
        return ascii.compareTo(other.ascii);
    }

    @Override
    public String toString() {
        return ascii;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isCanonical(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            return false;
        }
        int label = 0;
        char before = '.';
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : '.';
            if (c == '.') {
                if (label == 0 || label > MAX_LABEL || before == '-') {
                    return false;
                }
                label = 0;
            } else if (isLetterDigit(c) || c == '_' || (c == '-' && label > 0)) {
                label++;
            } else {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean isLetterDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
