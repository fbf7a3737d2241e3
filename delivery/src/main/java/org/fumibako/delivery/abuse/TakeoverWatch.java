// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fumibako.delivery.Countries;
import org.fumibako.journal.AbuseEvent;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.registry.Account;
import org.fumibako.registry.Paced;
import org.fumibako.registry.Registry;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.Steering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches accounts that send to many, and stops those that somebody else seems to use. Counting costs a sender nothing; only who sends
 * to {@link Facts#MIN_RECIPIENTS} within an hour is looked at, on the watch's own thread.
 */
public final class TakeoverWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TakeoverWatch.class);
    private static final Origin ORIGIN = Origin.system("abuse");
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    /** How often an account is looked at that sends no more: refusals come in after the sending. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** How long an account is watched after it began to send. */
    private static final Duration WATCHED = Duration.ofHours(1);

    private final Parts parts;
    private final FactFinder facts;
    private final Map<AccountId, Tally> tallies = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("takeover-watch").factory());

    /** What it works with. */
    public record Parts(
            Registry registry,
            OutboundQueue queue,
            Journal journal,
            Countries countries,
            TakeoverNotice notice,
            Clock clock) {}

    public TakeoverWatch(Parts parts) {
        this.parts = parts;
        this.facts = new FactFinder(parts.registry().habits(), parts.journal(), parts.countries(), parts.clock());
    }

    /** What one account has sent to since {@code begun}; {@code looked} and {@code seen} are of the last look. */
    private record Tally(Account account, Instant begun, long recipients, Instant looked, long seen) {
        Tally plus(long more) {
            return new Tally(account, begun, recipients + more, looked, seen);
        }

        Tally lookedAt(Instant now) {
            return new Tally(account, begun, recipients, now, recipients);
        }

        boolean due(Instant now) {
            return recipients >= Facts.MIN_RECIPIENTS && (recipients > seen || !now.isBefore(looked.plus(AGAIN)));
        }
    }

    /** An account has sent. Returns at once. */
    public void sent(Account account, int recipients) {
        Instant now = parts.clock().instant();
        tallies.compute(account.id(), (_, tally) -> {
            boolean fresh = tally == null || !now.isBefore(tally.begun().plus(WATCHED));
            return fresh ? new Tally(account, now, recipients, Instant.EPOCH, 0) : tally.plus(recipients);
        });
    }

    /** Whether the account was slowed down. */
    public boolean isPaced(AccountId account) {
        return parts.registry().pacing().of(account).isPresent();
    }

    /** Holds again what a stop between two steps may have let go, and begins to watch. */
    public void start() {
        for (Paced paced : parts.registry().pacing().list()) {
            hold(paced.account());
        }
        // A task that throws would never run again, so its outcome is logged where it arises.
        var _ = thread.scheduleWithFixedDelay(
                this::lookSafely, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks at every account that may be somebody else's now; returns how many were stopped. */
    public int look() {
        Instant now = parts.clock().instant();
        int stopped = 0;
        for (Tally tally : List.copyOf(tallies.values())) {
            AccountId id = tally.account().id();
            if (!now.isBefore(tally.begun().plus(WATCHED.multipliedBy(2)))) {
                tallies.remove(id, tally);
            } else if (tally.due(now)) {
                tallies.computeIfPresent(id, (_, current) -> current.lookedAt(now));
                stopped += look(tally.account(), now) ? 1 : 0;
            }
        }
        return stopped;
    }

    private boolean look(Account account, Instant now) {
        if (isPaced(account.id())) {
            return false;
        }
        Optional<Suspicion> suspicion = facts.of(account).suspicion();
        return suspicion.isPresent() && stop(account, suspicion.get(), now);
    }

    private boolean stop(Account account, Suspicion suspicion, Instant now) {
        if (!parts.registry().pacing().pace(account, suspicion.english(), ORIGIN)) {
            return false;
        }
        long held = hold(account);
        int sessions = parts.registry().endSessions(account);
        LOG.warn("account {} seems to be taken over and was slowed down: {}", account.address(), suspicion.english());
        parts.journal()
                .record(new JournalEvent.Entry(
                        Optional.of(account.id()),
                        ORIGIN,
                        new AbuseEvent.TakeoverSuspected(suspicion.english(), sessions, held)));
        try {
            parts.notice().file(account, suspicion, held, now);
        } catch (IOException unwritten) {
            LOG.error("account {} was slowed down and its owner could not be told", account.address(), unwritten);
        }
        return true;
    }

    private long hold(Account account) {
        return parts.queue().steer(Steering.HOLD, QueueFilter.ALL.of(account.id()), ORIGIN);
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException failed) {
            LOG.warn("accounts could not be watched; the next round tries again", failed);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
