// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import org.fumibako.mailauth.spf.Mechanism.Prefix;

/**
 * The {@code /24//64} at the end of a mechanism (RFC 7208 §5.6).
 *
 * @param before the mechanism's argument without it
 */
record PrefixLength(String before, Prefix prefix) {
    static PrefixLength dual(String text) throws SpfSyntaxException {
        int six = Prefix.SIX;
        int four = Prefix.FOUR;
        String before = text;
        int digits = digitsFrom(before);
        if (digits < before.length() && before.startsWith("//", digits - 2)) {
            six = length(before.substring(digits), Prefix.SIX);
            before = before.substring(0, digits - 2);
            digits = digitsFrom(before);
        }
        if (digits < before.length() && before.startsWith("/", digits - 1)) {
            four = length(before.substring(digits), Prefix.FOUR);
            before = before.substring(0, digits - 1);
        }
        return new PrefixLength(before, new Prefix(four, six));
    }

    /** @param digits what follows the slash */
    static int length(String digits, int most) throws SpfSyntaxException {
        boolean sound = !digits.isEmpty()
                && digits.length() <= 3
                && (digits.length() == 1 || digits.charAt(0) != '0')
                && digitsFrom(digits) == 0;
        int length = sound ? Integer.parseInt(digits) : -1;
        if (length < 0 || length > most) {
            throw new SpfSyntaxException("the number after / has to be 0 to " + most);
        }
        return length;
    }

    /** Where the digits begin that the text ends in. */
    private static int digitsFrom(String text) {
        int from = text.length();
        while (from > 0 && text.charAt(from - 1) >= '0' && text.charAt(from - 1) <= '9') {
            from--;
        }
        return from;
    }
}
