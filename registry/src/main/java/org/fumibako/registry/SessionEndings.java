// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends sessions wherever they are. What ends is written in the transaction of the change that ends it; the process that made the change
 * looks at once, every other one within {@link #LOOK}. Safe for any number of threads.
 */
final class SessionEndings implements AutoCloseable {
    /** How often it looks for what other processes have written. */
    static final Duration LOOK = Duration.ofSeconds(1);

    /** How long a row stays: a process that was stopped for longer, its clients have left. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(SessionEndings.class);

    private final Changes changes;
    private final Sessions sessions;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("session-endings").factory());

    /** Guarded by this. */
    private long seen;

    SessionEndings(Changes changes, Sessions sessions) {
        this.changes = changes;
        this.sessions = sessions;
        this.seen = changes.read(
                connection -> Sql.number(connection, "SELECT last FROM id_sequence WHERE name = 'session_ending'"));
    }

    /** Begins to look for what other processes write. */
    void start() {
        var _ = thread.scheduleWithFixedDelay(
                this::lookSafely, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** To be called in a transaction; {@link #look} comes after it. */
    void write(Connection connection, SessionEnding ending) throws SQLException {
        long now = changes.now();
        Sql.update(connection, "DELETE FROM session_ending WHERE at < ?", now - KEPT.toMillis());
        Sql.update(
                connection,
                "INSERT INTO session_ending (number, at, whose, subject) VALUES (?, ?, ?, ?)",
                Sql.nextId(connection, "session_ending"),
                now,
                ending.whose().name(),
                ending.subject());
    }

    /** Ends the sessions of this process that have to end; returns how many there were. */
    synchronized int look() {
        List<Row> rows = changes.read(connection -> Sql.list(
                connection,
                row -> new Row(
                        row.getLong(1),
                        new SessionEnding(SessionEnding.Whose.valueOf(row.getString(2)), row.getLong(3))),
                "SELECT number, whose, subject FROM session_ending WHERE number > ? ORDER BY number",
                seen));
        int ended = 0;
        for (Row row : rows) {
            ended += sessions.end(row.ending());
            seen = row.number();
        }
        return ended;
    }

    private record Row(long number, SessionEnding ending) {}

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "sessions: looking for those that other processes ended failed; the next look is in {}",
                    LOOK,
                    failed);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
