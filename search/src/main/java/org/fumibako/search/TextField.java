// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.util.Locale;

/** What of a message is searched by itself. */
public enum TextField {
    SUBJECT,
    FROM,
    TO,
    CC,
    BCC,
    /** All fields of the header, those above included, and those of the parts' headers; but for signatures. */
    HEADER,
    /** The words of text parts, the headers of embedded messages, and the names of files. */
    BODY;

    /** The index has a field for grams whose place counts, and one for those that are merely there. */
    String placed() {
        return name().toLowerCase(Locale.ROOT);
    }

    String unplaced() {
        return placed() + "-set";
    }
}
