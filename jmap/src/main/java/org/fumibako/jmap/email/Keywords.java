// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fumibako.model.Flags;

/** Keywords of JMAP and flags of IMAP, which are the same by other names (RFC 8621 §4.1.1). */
final class Keywords {
    private static final Map<String, String> SYSTEM =
            Map.of("$seen", "\\Seen", "$answered", "\\Answered", "$flagged", "\\Flagged", "$draft", "\\Draft");
    private static final Map<Integer, String> BITS =
            Map.of(Flags.SEEN, "$seen", Flags.ANSWERED, "$answered", Flags.FLAGGED, "$flagged", Flags.DRAFT, "$draft");

    private Keywords() {}

    /** {@code \Deleted} has no keyword. */
    static List<String> of(Flags flags) {
        List<String> keywords = new ArrayList<>();
        for (int bit : new int[] {Flags.SEEN, Flags.ANSWERED, Flags.FLAGGED, Flags.DRAFT}) {
            if (flags.has(bit)) {
                keywords.add(String.valueOf(BITS.get(bit)));
            }
        }
        keywords.addAll(flags.keywords());
        return keywords;
    }

    static boolean has(Flags flags, String keyword) {
        String name = SYSTEM.get(keyword.toLowerCase(Locale.ROOT));
        return name == null ? flags.hasKeyword(keyword) : flags.has(Flags.systemBit(name));
    }

    /** Empty when it is no keyword. */
    static Optional<Flags> flag(String keyword) {
        boolean formed = !keyword.isEmpty()
                && keyword.length() <= Flags.MAX_KEYWORD_LENGTH
                && keyword.chars().allMatch(c -> c > ' ' && c < 0x7f && "(){]%*\"\\".indexOf(c) < 0);
        if (!formed) {
            return Optional.empty();
        }
        String name = SYSTEM.get(keyword.toLowerCase(Locale.ROOT));
        return Optional.of(Flags.of(name == null ? keyword : name));
    }
}
