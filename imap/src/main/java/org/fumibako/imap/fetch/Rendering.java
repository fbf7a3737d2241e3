// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.io.IOException;
import java.util.Set;
import org.fumibako.store.MessageStore.Column;

/** One FETCH item: it says what it needs beyond the mailbox snapshot, and writes itself. */
interface Rendering {
    /** What it needs of the index. */
    default Set<Column> columns() {
        return Set.of();
    }

    /** Whether it reads the message itself, from a pack. */
    default boolean readsContent() {
        return false;
    }

    /**
     * Writes the item's name and value. An item that cannot be had is left out, and the reason noted with
     * {@link FetchOutput#problem}.
     */
    void render(MessageView message, FetchOutput out) throws IOException;
}
