// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import org.fumibako.model.Flags;

/**
 * A row of the {@code message} table without its mailbox; dates are milliseconds since the epoch.
 *
 * @param createdSeq mod-sequence at which it came into the mailbox
 */
record StoredMessage(
        long uid,
        long contentId,
        long threadId,
        long size,
        long internalDate,
        long savedDate,
        Flags flags,
        long modSeq,
        long createdSeq) {
    /** A message as it comes into the mailbox. */
    StoredMessage(
            long uid,
            long contentId,
            long threadId,
            long size,
            long internalDate,
            long savedDate,
            Flags flags,
            long modSeq) {
        this(uid, contentId, threadId, size, internalDate, savedDate, flags, modSeq, modSeq);
    }

    StoredMessage withFlags(Flags newFlags, long newModSeq) {
        return new StoredMessage(
                uid, contentId, threadId, size, internalDate, savedDate, newFlags, newModSeq, createdSeq);
    }

    /** The same message in another mailbox. */
    StoredMessage copied(long newUid, long newSavedDate, long newModSeq) {
        return new StoredMessage(newUid, contentId, threadId, size, internalDate, newSavedDate, flags, newModSeq);
    }
}
