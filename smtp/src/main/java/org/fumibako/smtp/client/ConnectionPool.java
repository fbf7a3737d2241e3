// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps sessions between deliveries for a short while. Safe for any number of threads. */
final class ConnectionPool implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final ClientLimits limits;
    private final Map<Target, Deque<Idle>> idle = new HashMap<>();
    private final Thread sweeper;
    private int count;
    private boolean closed;

    private record Idle(ClientSession session, long since) {}

    ConnectionPool(ClientLimits limits) {
        this.limits = limits;
        this.sweeper = Thread.ofVirtual().name("smtp-client-pool").start(this::sweep);
    }

    /** A session with the target that has been quiet since its last delivery: the one used last. */
    Optional<ClientSession> take(Target target) {
        while (true) {
            Optional<ClientSession> session = next(target);
            if (session.isEmpty() || session.get().quiet()) {
                return session;
            }
            session.get().close();
        }
    }

    /** Keeps the session for the next delivery, or says goodbye. */
    void give(ClientSession session) {
        if (!session.reusable(limits) || !keep(session)) {
            session.quit();
        }
    }

    @Override
    public void close() {
        sweeper.interrupt();
        takeOverdue(Duration.ZERO, true).forEach(ClientSession::quit);
    }

    private synchronized Optional<ClientSession> next(Target target) {
        Deque<Idle> kept = idle.get(target);
        if (kept == null) {
            return Optional.empty();
        }
        ClientSession session = kept.removeLast().session();
        if (kept.isEmpty()) {
            idle.remove(target);
        }
        count--;
        return Optional.of(session);
    }

    private synchronized boolean keep(ClientSession session) {
        if (closed || count >= limits.idleConnections()) {
            return false;
        }
        idle.computeIfAbsent(session.target(), _ -> new ArrayDeque<>()).addLast(new Idle(session, System.nanoTime()));
        count++;
        return true;
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(SWEEP);
                takeOverdue(limits.idle(), false).forEach(ClientSession::quit);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<ClientSession> takeOverdue(Duration age, boolean forEver) {
        closed |= forEver;
        long now = System.nanoTime();
        List<ClientSession> overdue = new ArrayList<>();
        for (Iterator<Deque<Idle>> all = idle.values().iterator(); all.hasNext(); ) {
            Deque<Idle> kept = all.next();
            while (!kept.isEmpty() && now - kept.getFirst().since() >= age.toNanos()) {
                overdue.add(kept.removeFirst().session());
                count--;
            }
            if (kept.isEmpty()) {
                all.remove();
            }
        }
        return overdue;
    }
}
