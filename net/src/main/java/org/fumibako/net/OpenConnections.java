// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connections that one listener serves now. */
final class OpenConnections {
    /** How often stalled connections are looked for; a stall's limit is seconds or minutes. */
    private static final Duration WATCH = Duration.ofSeconds(1);

    /** Part of the grace that is kept for the sessions to notice that they were cut off. */
    private static final int RESERVE_DIVISOR = 10;

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private boolean closing;

    int count() {
        return connections.size();
    }

    /** Returns false, and closes the connection, when the listener is closing. */
    synchronized boolean add(Connection connection) {
        if (closing) {
            connection.close();
            return false;
        }
        connections.add(connection);
        return true;
    }

    synchronized void remove(Connection connection) {
        connections.remove(connection);
        if (connections.isEmpty()) {
            notifyAll();
        }
    }

    /** Cuts off connections that have stalled, until everything is closed. */
    synchronized void watch() {
        try {
            while (!closing) {
                wait(WATCH.toMillis());
                long now = System.nanoTime();
                connections.forEach(connection -> connection.closeIfStalled(now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks every connection to finish, and cuts off those that have not when {@code grace} is nearly over. */
    synchronized void close(Duration grace) {
        closing = true;
        notifyAll();
        connections.forEach(Connection::beginClosing);
        long end = System.nanoTime() + grace.toNanos();
        long cut = end - grace.toNanos() / RESERVE_DIVISOR;
        try {
            awaitEmpty(cut);
            connections.forEach(Connection::close);
            awaitEmpty(end);
        } catch (InterruptedException e) {
            connections.forEach(Connection::close);
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitEmpty(long until) throws InterruptedException {
        long left = until - System.nanoTime();
        while (!connections.isEmpty() && left > 0) {
            wait(Math.max(1, left / 1_000_000));
            left = until - System.nanoTime();
        }
    }
}
