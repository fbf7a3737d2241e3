// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.io.IOException;
import org.fumibako.store.MailboxSnapshot;

/** A compiled search key. */
interface Criterion {
    /** How far one has to look; in a combination the cheap ones are asked first. */
    enum Cost {
        SNAPSHOT,
        ENVELOPE,
        HEADER,
        BODY
    }

    Cost cost();

    /** What the snapshot says of the message at {@code index}. */
    Verdict glance(MailboxSnapshot snapshot, int index);

    /** Whether the message matches. */
    boolean matches(SearchedMessage message) throws IOException;
}
