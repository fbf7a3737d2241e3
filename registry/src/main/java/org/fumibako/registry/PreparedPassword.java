// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.text.Normalizer;

/**
 * A password in the one form in which it is hashed, so that it fits whatever keyboard and mechanism it came by: SASLprep
 * (RFC 4013) made tolerant. Spaces of other scripts become a space, what is "commonly mapped to nothing" is dropped, and the
 * rest is NFKC; what SASLprep would prohibit is kept, for such a password was accepted once and its owner types it.
 */
record PreparedPassword(String text) {
    static PreparedPassword of(String password) {
        if (password.chars().allMatch(c -> c < 0x80)) {
            return new PreparedPassword(password);
        }
        StringBuilder mapped = new StringBuilder(password.length());
        password.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.SPACE_SEPARATOR) {
                mapped.append(' ');
            } else if (!mapsToNothing(c)) {
                mapped.appendCodePoint(c);
            }
        });
        return new PreparedPassword(Normalizer.normalize(mapped, Normalizer.Form.NFKC));
    }

    /** RFC 3454 appendix B.1. */
    private static boolean mapsToNothing(int c) {
        return c == 0xad
                || c == 0x34f
                || c == 0x1806
                || (c >= 0x180b && c <= 0x180d)
                || (c >= 0x200b && c <= 0x200d)
                || c == 0x2060
                || (c >= 0xfe00 && c <= 0xfe0f)
                || c == 0xfeff;
    }

    /** Not the password. */
    @Override
    public String toString() {
        return "password";
    }
}
