// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fumibako.db.DatabaseException;
import org.fumibako.delivery.dsn.Notices;
import org.fumibako.smtp.client.Delivery;
import org.fumibako.smtp.client.NextHops;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.StoreException;
import org.fumibako.store.queue.Appetite;
import org.fumibako.store.queue.Claim;
import org.fumibako.store.queue.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is queued; see the package. Safe for any number of threads. */
public final class QueueRunner implements Intake, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueRunner.class);

    /** Recipients claimed in one transaction; commits of new mail wait meanwhile. */
    private static final int CLAIMED_AT_ONCE = 500;

    /** Next hops remembered without need; beyond it those that can be forgotten are. */
    private static final int REMEMBERED = 5_000;

    private final QueueConfig config;
    private final OutboundQueue queue;
    private final NextHops hops;
    private final Carrier carrier;
    private final Clock clock;
    private final Window window = new Window();
    private final Map<String, Destination> destinations = new HashMap<>();
    private final Set<Thread> attempts = new HashSet<>();
    private final Holdings holdings;
    private final Claimant claimant;
    private boolean closed;

    /**
     * What a runner works with.
     *
     * @param hops which way mail for a domain leaves
     * @param notices writes to senders what became of their mail
     */
    public record Parts(OutboundQueue queue, Delivery delivery, NextHops hops, Notices notices) {}

    public QueueRunner(Parts parts, QueueConfig config, Clock clock, RandomGenerator random) {
        this.config = config;
        this.queue = parts.queue();
        this.hops = parts.hops();
        this.carrier = new Carrier(parts, new Verdict(config, clock, random), clock, this::closed);
        this.clock = clock;
        this.holdings = new Holdings(config.window());
        this.claimant = new Claimant(this, parts.queue(), clock);
    }

    /** Begins to send: what was left by a process before, and what is queued from now on. */
    public void start() {
        queue.takeOver();
        queue.intake(this);
        claimant.start();
    }

    @Override
    public synchronized boolean reserve(long lane, int recipients) {
        return !closed && holdings.reserve(lane, recipients);
    }

    @Override
    public synchronized void take(Claim claim) {
        holdings.addReserved(claim);
        enter(claim);
    }

    @Override
    public synchronized void forgo(long lane, int recipients) {
        holdings.forgo(lane, recipients);
    }

    /** Also for those who changed the clock, or made mail due in another way. */
    @Override
    public void wake() {
        claimant.wake();
    }

    /** What there is room for. */
    synchronized Appetite appetite() {
        return holdings.appetite(closed ? 0 : CLAIMED_AT_ONCE);
    }

    /** Takes what was claimed when it was due. */
    synchronized void claimed(List<Claim> claims) {
        for (Claim claim : claims) {
            holdings.add(claim);
            enter(claim);
        }
    }

    private void enter(Claim claim) {
        Window.Entry entry = new Window.Entry(claim, hops.of(claim.domain()));
        window.add(entry);
        if (!closed) {
            fill(entry.hop().key());
        }
    }

    /** Begins attempts for one next hop as far as it and the whole have room. */
    private void fill(String hop) {
        Destination destination = destinations.computeIfAbsent(hop, _ -> new Destination(config.perDestination()));
        Instant now = clock.instant();
        while (attempts.size() < config.connections() && destination.free(now)) {
            Optional<Window.Entry> next = window.next(hop);
            if (next.isEmpty()) {
                return;
            }
            begin(next.get(), destination, now);
        }
    }

    /** Begins attempts for whoever's turn it is. */
    private void fill() {
        Instant now = clock.instant();
        while (attempts.size() < config.connections()) {
            Optional<Window.Entry> next = window.next(hop -> destination(hop).free(now));
            if (next.isEmpty()) {
                return;
            }
            begin(next.get(), destination(next.get().hop().key()), now);
        }
    }

    private Destination destination(String hop) {
        return destinations.computeIfAbsent(hop, _ -> new Destination(config.perDestination()));
    }

    private void begin(Window.Entry entry, Destination destination, Instant now) {
        destination.begin();
        Optional<Destination.Rest> rest = destination.rest(now);
        Thread thread = Thread.ofVirtual()
                .name("queue-" + entry.hop().key())
                .unstarted(() -> attempt(entry, destination, rest));
        attempts.add(thread);
        thread.start();
    }

    private void attempt(Window.Entry entry, Destination destination, Optional<Destination.Rest> rest) {
        Carrier.Experience experience = new Carrier.Experience.None();
        try {
            experience = carrier.carry(entry, rest);
        } catch (RuntimeException failed) {
            // Whatever it was: the claim ends by itself, and the message is tried again then.
            LOG.error("an attempt for {} could not be completed", entry.hop().key(), failed);
        } finally {
            ended(entry, destination, experience);
        }
    }

    private synchronized void ended(Window.Entry entry, Destination destination, Carrier.Experience experience) {
        attempts.remove(Thread.currentThread());
        holdings.remove(entry.claim());
        switch (experience) {
            case Carrier.Experience.Answered _ -> destination.answered();
            case Carrier.Experience.Unreachable(var why) -> destination.unreachable(why, clock.instant());
            case Carrier.Experience.None _ -> destination.end();
        }
        if (closed) {
            notifyAll();
            return;
        }
        if (!destination.turnOver()) {
            fill(entry.hop().key());
        }
        fill();
        forget();
        if (holdings.low(entry.claim())) {
            claimant.roomAgain();
        }
    }

    private void forget() {
        if (destinations.size() > REMEMBERED) {
            Instant now = clock.instant();
            destinations.values().removeIf(destination -> destination.forgettable(now));
        }
    }

    /** Attempts under way. */
    public synchronized int active() {
        return attempts.size();
    }

    /** Stops taking mail at once, waits for attempts under way for this long, and cuts the rest off: they are tried again. */
    public void close(Duration grace) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        claimant.close();
        try {
            queue.giveBack(untried());
        } catch (StoreException | DatabaseException failed) {
            LOG.warn("claims could not be given back; the next start takes them over", failed);
        }
        awaitAttempts(grace);
    }

    private synchronized boolean closed() {
        return closed;
    }

    private synchronized List<Claim> untried() {
        return window.drain();
    }

    private synchronized void awaitAttempts(Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        long left = grace.toNanos();
        boolean interrupted = false;
        while (!attempts.isEmpty() && left > 0 && !interrupted) {
            try {
                wait(Math.max(1, left / 1_000_000));
            } catch (InterruptedException hurry) {
                interrupted = true;
            }
            left = deadline - System.nanoTime();
        }
        attempts.forEach(Thread::interrupt);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
