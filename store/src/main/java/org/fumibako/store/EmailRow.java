// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;

/**
 * A message of an account with all the mailboxes that it is in; what was not asked for is empty.
 *
 * @param receivedAt INTERNALDATE, milliseconds since the epoch
 * @param places at least one, in order of mailboxes; a mailbox may have it twice
 * @param envelope as in {@link MessageRow}
 * @param structure as in {@link MessageRow}
 * @param preview as in {@link MessageRow}
 * @param references as in {@link MessageRow}
 */
public record EmailRow(
        long contentId,
        long threadId,
        long size,
        long receivedAt,
        List<Place> places,
        byte[] envelope,
        byte[] structure,
        String preview,
        Optional<String> references) {
    public EmailRow {
        places = List.copyOf(places);
    }

    /**
     * Where a message is, and its flags there.
     *
     * @param savedDate since when it is there, in ms since 1970
     */
    public record Place(MailboxId mailbox, long uid, Flags flags, long savedDate) {}
}
