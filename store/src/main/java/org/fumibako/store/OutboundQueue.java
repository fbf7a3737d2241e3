// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.store.queue.Appetite;
import org.fumibako.store.queue.Claim;
import org.fumibako.store.queue.Consignment;
import org.fumibako.store.queue.Intake;
import org.fumibako.store.queue.QueueAttempt;
import org.fumibako.store.queue.QueueDestination;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.QueueRow;
import org.fumibako.store.queue.RecipientState;
import org.fumibako.store.queue.Settlement;
import org.fumibako.store.queue.Steering;

/**
 * A volume's mail on its way to other servers. Mail comes into it with {@link MessageStore#append}
 * ({@link Append#postings}). Whoever sends it on claims recipients, tries them, and settles.
 *
 * <p>A claim keeps others from trying the same recipients, and ends by itself, so that a sender that dies costs time and no
 * mail. Every method blocks until the answer is known; what changes something is on disk then, with its journal rows. Safe for
 * any number of threads. Failures of the disk or the database are {@link StoreException} and
 * {@link org.fumibako.db.DatabaseException}.
 */
public interface OutboundQueue {
    /** How long a claim lasts: longer than an attempt with several slow servers, whose time limits are those of RFC 5321. */
    Duration CLAIM = Duration.ofHours(2);

    /** Hands what is queued from now on to {@code intake} as far as it wants it. */
    void intake(Intake intake);

    /** Makes due whatever a sender claimed that is gone. For the start, while nobody else uses the volume. */
    void takeOver();

    /**
     * Claims recipients that are due, the longest due first, as far as the appetite goes. What is claimed may be less although
     * more is due and wanted; nothing is claimed only when nothing that is wanted is due.
     */
    List<Claim> claim(Appetite appetite);

    /** What to send; without recipients that somebody held or cancelled meanwhile. Empty when none is left. */
    Optional<Consignment> take(Claim claim);

    /** Lets others try what was claimed and was not tried. */
    void giveBack(List<Claim> claims);

    /**
     * Notes what came of attempts, and files or queues notifications of them, in one transaction. A notification that cannot be
     * filed is dropped, with a row in the journal.
     */
    void settle(List<Settlement> settlements, List<Append> notices);

    /** When the next recipient is due, claimed ones included. */
    Optional<Instant> nextDue();

    /** Recipients that the filter fits, the oldest messages first. */
    List<QueueRow> list(QueueFilter filter, int limit);

    /** What came of the latest attempts for one recipient, oldest first. */
    List<QueueAttempt> attempts(long queueId, int position);

    /** Recipients that the filter fits, by where they stand. */
    Map<RecipientState, Long> count(QueueFilter filter);

    /** The accounts whose mail the filter fits and may still be tried. */
    Set<AccountId> senders(QueueFilter filter);

    /** Where mail that the filter fits and may still be tried goes, the domains with most recipients first. */
    List<QueueDestination> destinations(QueueFilter filter, int limit);

    /** Does this to every recipient that the filter fits and whose state allows it; returns how many. */
    long steer(Steering what, QueueFilter filter, Origin by);
}
