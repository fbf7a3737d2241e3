// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fumibako.db.Database;
import org.fumibako.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is due: messages seven days after they came into Trash, and journal rows after their retention. Nothing else is
 * ever removed by age. Runs in one process at a time, under a lease.
 */
public final class Sweeper implements AutoCloseable {
    /** How long a message stays in Trash, counted from its arrival there. */
    public static final Duration TRASH = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final String LEASE = "sweeper";
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final MessageStore store;
    private final Journal journal;
    private final Database database;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sweeper").factory());

    public Sweeper(MessageStore store, Journal journal, Database database, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.database = database;
        this.clock = clock;
    }

    /** Begins to sweep, every ten minutes. */
    public void start() {
        // A task that throws would never run again, so its outcome is logged where it arises.
        var _ = thread.scheduleWithFixedDelay(this::sweepSafely, 1, INTERVAL.toMinutes(), TimeUnit.MINUTES);
    }

    /** One round; returns how many messages left a Trash. Nothing happens while another process has the lease. */
    public long sweep() {
        Optional<Database.Lease> lease = database.lease(LEASE, INTERVAL);
        if (lease.isEmpty()) {
            return 0;
        }
        try {
            Instant now = clock.instant();
            journal.expire(now.minus(Journal.RETENTION));
            return store.purgeTrash(now.minus(TRASH));
        } finally {
            lease.get().close();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void sweepSafely() {
        try {
            long purged = sweep();
            if (purged > 0) {
                LOG.info("trash: {} messages removed after {} days", purged, TRASH.toDays());
            }
        } catch (RuntimeException failed) {
            LOG.warn("sweeping failed; the next round tries again", failed);
        }
    }
}
