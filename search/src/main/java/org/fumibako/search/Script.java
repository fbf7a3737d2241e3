// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

/** Tells characters of scripts that write words without spaces between them, and with thousands of signs, from the others. */
final class Script {
    private Script() {}

    /** Chinese, Japanese and Korean characters and their punctuation; a surrogate counts as one of them. */
    static boolean isWide(int c) {
        return c >= 0x2e80
                && (c < 0xa000 || (c >= 0xac00 && c < 0xe000) || (c >= 0xf900 && c < 0xfb00) || c >= 0x10000);
    }

    /** Whether any character of the text is wide: without one it has no gram whose place counts. */
    static boolean anyWide(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isWide(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
