// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.AccountId;

/** An event as it was written down; {@code id} rises with time within a volume. */
public record JournalRow(long id, Instant at, Optional<AccountId> account, Origin origin, JournalEvent event) {
    /** The event's kind in a word, such as {@code filed}; it never changes. */
    public String kind() {
        return EventKind.of(event).column();
    }
}
