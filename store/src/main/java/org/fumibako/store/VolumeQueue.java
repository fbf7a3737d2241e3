// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.db.Database;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
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
import org.jspecify.annotations.Nullable;

/** The queue of a {@link Volume}. Claims are transactions of their own; everything else that changes it is a {@link Change}. */
final class VolumeQueue implements OutboundQueue {
    /** A claim that has less left than this is made longer before an attempt begins. */
    private static final Duration RENEW = Duration.ofMinutes(90);

    private final Database database;
    private final Contents contents;
    private final Committer committer;
    private final Clock clock;
    private volatile @Nullable Intake intake;

    VolumeQueue(Database database, Contents contents, Committer committer, Clock clock) {
        this.database = database;
        this.contents = contents;
        this.committer = committer;
        this.clock = clock;
    }

    /** For one call that appends; reserves room for what it queues. */
    Handover handover(List<Append> appends) {
        Handover handover = new Handover(intake);
        for (Append append : appends) {
            append.postings().forEach(handover::reserve);
        }
        return handover;
    }

    @Override
    public void intake(Intake taker) {
        intake = taker;
    }

    @Override
    public void takeOver() {
        database.write(tx -> {
            QueueClaims.takeOver(tx, clock.instant());
            return true;
        });
    }

    @Override
    public List<Claim> claim(Appetite appetite) {
        return database.write(tx -> QueueClaims.claim(tx, clock.instant(), appetite));
    }

    @Override
    public Optional<Consignment> take(Claim claim) {
        Claim lasting = lasting(claim);
        Optional<QueueContents.Found> found = database.read(connection -> QueueContents.find(connection, lasting));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(consignment(found.get()));
        } catch (NoSuchFileException compacted) {
            // Compaction put a new generation in its place since it was looked up.
            return database.read(connection -> QueueContents.find(connection, lasting))
                    .map(again -> {
                        try {
                            return consignment(again);
                        } catch (NoSuchFileException missing) {
                            throw new StoreException(again.location() + ": the pack is missing", missing);
                        }
                    });
        }
    }

    private Claim lasting(Claim claim) {
        Instant now = clock.instant();
        return claim.until().isAfter(now.plus(RENEW)) ? claim : database.write(tx -> QueueClaims.renew(tx, claim, now));
    }

    private Consignment consignment(QueueContents.Found found) throws NoSuchFileException {
        Content whole = contents.read(found.location());
        Content sent = found.skip() == 0 ? whole : new QueueContents.Tail(whole, found.skip());
        return new Consignment(found.message(), found.recipients(), sent);
    }

    @Override
    public void giveBack(List<Claim> claims) {
        if (!claims.isEmpty()) {
            database.write(tx -> {
                QueueClaims.giveBack(tx, claims, clock.instant());
                return true;
            });
        }
    }

    @Override
    public void settle(List<Settlement> settlements, List<Append> notices) {
        List<PreparedAppend> prepared = contents.prepare(notices);
        List<PreparedAppend> unused = new ArrayList<>(prepared);
        try (Handover handover = handover(notices)) {
            AppendChange append = new AppendChange(prepared, false, handover);
            submit(new SettleChange(settlements, append, prepared));
            handover.committed();
            unused.removeIf(append::kept);
            // Not after a failure, as in Volume.
            contents.discard(unused);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.read(QueueClaims::nextDue);
    }

    @Override
    public List<QueueRow> list(QueueFilter filter, int limit) {
        return database.read(connection -> QueueListing.list(connection, filter, limit));
    }

    @Override
    public List<QueueAttempt> attempts(long queueId, int position) {
        return database.read(connection -> QueueAttemptRows.of(connection, queueId, position));
    }

    @Override
    public Map<RecipientState, Long> count(QueueFilter filter) {
        return database.read(connection -> QueueListing.count(connection, filter));
    }

    @Override
    public Set<AccountId> senders(QueueFilter filter) {
        return database.read(connection -> QueueListing.senders(connection, filter));
    }

    @Override
    public List<QueueDestination> destinations(QueueFilter filter, int limit) {
        return database.read(connection -> QueueDestinations.list(connection, filter, limit));
    }

    @Override
    public long steer(Steering what, QueueFilter filter, Origin by) {
        long total = 0;
        int changed;
        do {
            changed = submit(new SteerChange(what, filter, by));
            total += changed;
        } while (changed == SteerChange.BATCH);
        Intake taker = intake;
        if (total > 0 && taker != null) {
            taker.wake();
        }
        return total;
    }

    private <R> R submit(Change<R> change) {
        try {
            return committer.submit(change);
        } catch (MailboxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
