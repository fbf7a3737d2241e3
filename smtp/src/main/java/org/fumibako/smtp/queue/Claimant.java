// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fumibako.db.DatabaseException;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.StoreException;
import org.fumibako.store.queue.Appetite;
import org.fumibako.store.queue.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that claims what is due, as far as the runner has room. It sleeps until the next recipient is due, until it is
 * woken, or until there is room again.
 */
final class Claimant {
    private static final Logger LOG = LoggerFactory.getLogger(Claimant.class);

    /** Another process may make something due, and does not wake us. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(15);

    /** What is due and cannot be taken for want of room is looked for again after this, or when there is room. */
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(200);

    private final QueueRunner runner;
    private final OutboundQueue queue;
    private final Clock clock;
    private final Thread thread = Thread.ofVirtual().name("queue-claimant").unstarted(this::run);
    private boolean woken;
    private boolean hungry;
    private boolean closed;

    Claimant(QueueRunner runner, OutboundQueue queue, Clock clock) {
        this.runner = runner;
        this.queue = queue;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Wakes it if there was not enough room the last time. */
    synchronized void roomAgain() {
        if (hungry) {
            wake();
        }
    }

    private void run() {
        try {
            while (!closed()) {
                sleep(round());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Claims what there is room for; returns for how long nothing more can be done. */
    private Duration round() {
        try {
            Appetite appetite = runner.appetite();
            List<Claim> claims = appetite.recipients() == 0 ? List.of() : queue.claim(appetite);
            runner.claimed(claims);
            // Who has enough now is left out in the next round, so that others are found behind their thousands.
            return claims.isEmpty() ? untilDue() : Duration.ZERO;
        } catch (StoreException | DatabaseException failed) {
            LOG.error("mail that is due could not be claimed; the next round tries again", failed);
            return LONGEST_SLEEP;
        }
    }

    private Duration untilDue() {
        Instant now = clock.instant();
        Duration until = queue.nextDue().map(due -> Duration.between(now, due)).orElse(LONGEST_SLEEP);
        hungry(!until.isPositive());
        if (until.compareTo(SHORTEST_SLEEP) < 0) {
            return SHORTEST_SLEEP;
        }
        return until.compareTo(LONGEST_SLEEP) < 0 ? until : LONGEST_SLEEP;
    }

    private synchronized void hungry(boolean now) {
        hungry = now;
    }

    private synchronized boolean closed() {
        return closed;
    }

    private synchronized void sleep(Duration length) throws InterruptedException {
        long deadline = System.nanoTime() + length.toNanos();
        long left = length.toNanos();
        while (!woken && !closed && left > 0) {
            wait(Math.max(1, left / 1_000_000));
            left = deadline - System.nanoTime();
        }
        woken = false;
    }

    /** Waits for the claim that is under way, so that none is made that nobody gives back. */
    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
