// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.List;
import org.fumibako.imap.wire.Rights;
import org.fumibako.model.Flags;

/** Which flags somebody may change: {@code \Seen} with s, {@code \Deleted} with t, all others with w (RFC 4314 §4). */
final class Permitted {
    private static final int OTHERS = ~(Flags.SEEN | Flags.DELETED);

    private Permitted() {}

    /** Those of the flags that may be changed. */
    static Flags of(Flags flags, Rights rights) {
        int mask = (rights.has('s') ? Flags.SEEN : 0)
                | (rights.has('t') ? Flags.DELETED : 0)
                | (rights.has('w') ? OTHERS : 0);
        return new Flags(flags.system() & mask, rights.has('w') ? flags.keywords() : List.of());
    }
}
