// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.Optional;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;

/**
 * A mailbox's messages at one mod-sequence, in UID order; immutable, shared between sessions. {@code index} counts from 0,
 * so a message sequence number is {@code index + 1}. Messages lie in chunks, and an unchanged chunk is the same object in the
 * next snapshot: a session finds what changed by comparing chunks.
 */
public interface MailboxSnapshot {
    MailboxId mailbox();

    long uidValidity();

    long uidNext();

    /** Mod-sequence of the latest change that this snapshot shows. */
    long highestModSeq();

    int size();

    long uid(int index);

    Flags flags(int index);

    long modSeq(int index);

    /** Mod-sequence at which the message came into this mailbox; 0 when that is not known because it is long ago. */
    long createdSeq(int index);

    /** RFC822.SIZE in octets. */
    long messageSize(int index);

    /** INTERNALDATE, milliseconds since the epoch. */
    long internalDate(int index);

    /** When it came into this mailbox (RFC 8514), milliseconds since the epoch. */
    long savedDate(int index);

    /** The content; what EMAILID is made of. The same for all copies of a message. */
    long contentId(int index);

    /** What THREADID is made of. */
    long threadId(int index);

    /** Index of the message, or of the first one with a higher UID when there is none: {@code -(insertion point) - 1}. */
    int indexOf(long uid);

    /** Index of the first message without {@code \Seen}. */
    Optional<Integer> firstUnseen();

    /** Whether index {@code index} lies in a chunk that {@code earlier} shares at the same place. */
    boolean sharesChunk(MailboxSnapshot earlier, int index);
}
