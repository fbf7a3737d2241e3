// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.text.Normalizer;
import java.util.Locale;

/** Makes texts comparable that people take for the same: case, width, composition, and the twins of the wave dash. */
final class Folding {
    private Folding() {}

    static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return compatible
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('\u301c', '~')
                .replace('\u2212', '-');
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
