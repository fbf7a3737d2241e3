// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.util.List;
import java.util.Optional;

/**
 * A record, read. One with problems is no policy: whoever evaluates it finds a permanent error (RFC 7208 §4.6).
 *
 * @param directives those that could be read, in order
 */
record SpfRecord(
        List<Directive> directives,
        Optional<MacroString> redirect,
        Optional<MacroString> explanation,
        List<SpfProblem> problems) {
    static final String VERSION = "v=spf1";

    SpfRecord {
        directives = List.copyOf(directives);
        problems = List.copyOf(problems);
    }

    /** Whether a TXT record is an SPF record: by its version, alone or before a space (RFC 7208 §4.5). */
    static boolean is(String text) {
        int length = VERSION.length();
        return text.regionMatches(true, 0, VERSION, 0, length)
                && (text.length() == length || text.charAt(length) == ' ');
    }
}
