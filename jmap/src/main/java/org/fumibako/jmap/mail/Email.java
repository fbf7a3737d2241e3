// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mail;

import java.util.List;
import java.util.TreeSet;
import org.fumibako.model.Flags;
import org.fumibako.store.EmailRow;

/** What can be said of an email without asking the index for more than its places. */
public interface Email {
    long contentId();

    long threadId();

    /** Keywords as JMAP has them; {@code $seen} only when it is read in every mailbox that it is in. */
    Flags flags();

    /** Neither read nor a draft (RFC 8621 §2). */
    static boolean isUnread(Flags flags) {
        return !flags.seen() && !flags.has(Flags.DRAFT);
    }

    /** The flags of one email of those that it has in each of its places. */
    static Flags flags(List<Flags> places) {
        Flags first = places.getFirst();
        if (places.size() == 1) {
            return first;
        }
        int system = first.system();
        int seen = system & Flags.SEEN;
        TreeSet<String> keywords = new TreeSet<>();
        for (Flags flags : places) {
            system |= flags.system();
            seen &= flags.system();
            keywords.addAll(flags.keywords());
        }
        return new Flags(
                (system & ~Flags.SEEN) | seen,
                keywords.stream().limit(Flags.MAX_KEYWORDS).toList());
    }

    /** The flags of a row. */
    static Flags flags(EmailRow row) {
        return flags(row.places().stream().map(EmailRow.Place::flags).toList());
    }
}
