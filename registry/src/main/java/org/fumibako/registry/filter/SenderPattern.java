// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

import java.util.Locale;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.RegistryException.Reason;

/**
 * Addresses that a list means: an address or a domain, in which {@code *} stands for any characters. {@code example.jp} is every address of
 * that domain, {@code *.example.jp} of those below it, {@code news@*} that name anywhere.
 *
 * @param text in lower case
 */
public record SenderPattern(String text) {
    /** An address has 254 characters at most. */
    static final int MAX_LENGTH = 254;

    /** @throws RegistryException when it could mean nothing, or everything */
    public static SenderPattern parse(String text) {
        String pattern = text.strip().toLowerCase(Locale.ROOT);
        boolean plain = pattern.chars().allMatch(c -> c > ' ' && c != 0x7f && c != ',' && c != '<' && c != '>');
        boolean something = pattern.chars().anyMatch(Character::isLetterOrDigit);
        if (!plain || !something || pattern.length() > MAX_LENGTH || pattern.indexOf('@') != pattern.lastIndexOf('@')) {
            throw new RegistryException(
                            Reason.INVALID,
                            "An entry is an address or a domain, with * for any characters, not \"" + text + "\".")
                    .as("pattern-invalid");
        }
        return new SenderPattern(pattern);
    }

    public boolean matches(EmailAddress address) {
        String whole = address.key();
        return matches(text, text.indexOf('@') < 0 ? whole.substring(whole.lastIndexOf('@') + 1) : whole);
    }

    /** Greedy, with one place to go back to: never worse than the product of both lengths. */
    private static boolean matches(String pattern, String value) {
        int p = 0;
        int v = 0;
        int star = -1;
        int resume = 0;
        while (v < value.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p;
                resume = v;
                p++;
            } else if (p < pattern.length() && pattern.charAt(p) == value.charAt(v)) {
                p++;
                v++;
            } else if (star >= 0) {
                p = star + 1;
                resume++;
                v = resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
