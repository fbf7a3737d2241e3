// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fumibako.db.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back the room of what was deleted: collects contents that nothing refers to, compacts packs that are mostly dead,
 * removes files that are no longer named, forgets old expunges. Runs in one process at a time, under a lease, beside the
 * committer: it appends to no pack and holds the database for short transactions only.
 */
public final class Housekeeping implements AutoCloseable {
    /** How long a client may stay away and still be told exactly what was expunged (RFC 7162 §3.2.10). */
    static final Duration EXPUNGED = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final String LEASE = "housekeeping";
    private static final Duration INTERVAL = Duration.ofMinutes(30);

    /** Of the lease; it is renewed with each pack, which takes seconds. */
    private static final Duration LENGTH = Duration.ofHours(1);

    /** The process is gone within five seconds of being told to stop; a compaction that is cut short does no harm. */
    private static final Duration FINISH = Duration.ofSeconds(1);

    private final Database database;
    private final Collector collector;
    private final Compaction compaction;
    private final UnnamedPacks unnamed;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());

    private volatile boolean closed;

    public Housekeeping(Volume volume, Clock clock) {
        this.database = volume.database();
        this.collector = new Collector(database);
        this.compaction = new Compaction(database, volume.packs());
        this.unnamed = new UnnamedPacks(database, volume.packs());
        this.clock = clock;
    }

    /**
     * What one round did.
     *
     * @param contents contents collected
     * @param octets octets that packs got shorter
     * @param files files removed
     */
    public record Round(long contents, long octets, int files) {
        static final Round NONE = new Round(0, 0, 0);
    }

    /** Begins to keep house, every half hour. */
    public void start() {
        // A task that throws would never run again, so its outcome is logged where it arises.
        var _ = thread.scheduleWithFixedDelay(this::runSafely, 5, INTERVAL.toMinutes(), TimeUnit.MINUTES);
    }

    /**
     * One round; nothing happens while another process has the lease.
     *
     * @throws IOException when the directory of packs cannot be read or a file not be removed; nothing is lost then
     */
    public Round run() throws IOException {
        Optional<Database.Lease> lease = database.lease(LEASE, LENGTH);
        if (lease.isEmpty()) {
            return Round.NONE;
        }
        try {
            long now = clock.millis();
            long contents = collector.collect(now - Collector.GRACE.toMillis());
            database.write(tx -> ExpungedRows.prune(tx, now - EXPUNGED.toMillis())
                    + DepartedRows.prune(tx, now - EXPUNGED.toMillis()));
            long octets = 0;
            for (PackRows.Entry pack : compaction.due()) {
                if (closed || database.lease(LEASE, LENGTH).isEmpty()) {
                    break;
                }
                octets += compaction.compact(pack);
            }
            return new Round(contents, octets, unnamed.remove(clock.instant()));
        } finally {
            lease.get().close();
        }
    }

    /** Waits a moment for what is under way. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("housekeeping is cut short; the next start goes on");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void runSafely() {
        try {
            Round round = run();
            if (!round.equals(Round.NONE)) {
                LOG.info(
                        "housekeeping: {} contents collected, packs {} octets shorter, {} files removed",
                        round.contents(),
                        round.octets(),
                        round.files());
            }
        } catch (IOException | RuntimeException failed) {
            LOG.warn("housekeeping failed; the next round tries again", failed);
        }
    }
}
