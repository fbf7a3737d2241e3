// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.util.List;
import java.util.Optional;
import org.fumibako.imap.wire.FetchItem.Partial;
import org.fumibako.imap.wire.Octets;
import org.fumibako.mime.ImapText;

/** The pieces of an item's name, as the answer repeats them. */
final class ItemName {
    private static final String ATOM_SPECIALS = "(){ %*\"\\]";

    private ItemName() {}

    /** {@code 1.2.3}. */
    static void part(List<Integer> numbers, Octets name) {
        for (int i = 0; i < numbers.size(); i++) {
            if (i > 0) {
                name.put('.');
            }
            name.number(numbers.get(i));
        }
    }

    /** {@code  (From To)}, with the space before it. */
    static void fields(List<String> fields, Octets name) {
        name.ascii(" (");
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                name.put(' ');
            }
            String field = fields.get(i);
            if (isAtom(field)) {
                name.ascii(field);
            } else {
                name.put(new ImapText(field.length() + 8).string(field).toByteArray());
            }
        }
        name.put(')');
    }

    /** {@code <0>} after a partial fetch (RFC 9051 §7.5.2). */
    static void origin(Optional<Partial> partial, Octets name) {
        if (partial.isPresent()) {
            name.put('<').number(partial.get().offset()).put('>');
        }
    }

    private static boolean isAtom(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > 0x20 && c < 0x7f && ATOM_SPECIALS.indexOf(c) < 0);
    }
}
