// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.fumibako.db.Database;
import org.fumibako.model.AccountId;

/**
 * The journal of one volume. Safe for any number of threads.
 *
 * <p>Rows that explain a change are written with it, by {@link #write}; rows without a change are handed over by
 * {@link #record} and are in the database at most 250 ms later. Close it before its database.
 */
public final class Journal implements AutoCloseable {
    /** How long rows are kept when the operator says nothing else. */
    public static final Duration RETENTION = Duration.ofDays(90);

    /** Rows deleted in one transaction; the store's commits wait meanwhile. */
    private static final int EXPIRY_BATCH = 500;

    private final Database database;
    private final Clock clock;
    private final JournalQueue queue = new JournalQueue();
    private final JournalWriter writer;
    private final Consumer<JournalEvent.Entry> witness;

    /** @param database the volume's, with the migrations of {@code db/volume} */
    public Journal(Database database, Clock clock) {
        this(database, clock, _ -> {});
    }

    /**
     * With somebody who is told of everything that happens, on the thread that it happens on: they may count, and must not wait or
     * fail. A transaction that is tried again is told of again, and what is written again after a crash is not.
     */
    public Journal(Database database, Clock clock, Consumer<JournalEvent.Entry> witness) {
        this.database = database;
        this.clock = clock;
        this.witness = witness;
        this.writer = new JournalWriter(database, queue);
        writer.start();
    }

    /** Writes rows in the caller's transaction. */
    public void write(Connection transaction, List<JournalEvent.Entry> entries) throws SQLException {
        write(transaction, clock.instant(), entries);
        entries.forEach(witness);
    }

    /** Writes rows of what happened at {@code at}, which others have overtaken since. */
    public void write(Connection transaction, Instant at, List<JournalEvent.Entry> entries) throws SQLException {
        long millis = at.toEpochMilli();
        JournalTable.insert(
                transaction,
                entries.stream()
                        .map(entry -> new JournalTable.Stamped(millis, entry))
                        .toList());
    }

    /**
     * Writes a row soon, and never makes the caller wait: when the database has not answered for so long that the queue is
     * full, the row is dropped, counted ({@link #dropped}) and the log says how many.
     */
    public void record(JournalEvent.Entry entry) {
        queue.add(new JournalTable.Stamped(clock.millis(), entry));
        witness.accept(entry);
    }

    /** Returns when everything recorded before is in the database. */
    public void flush() {
        try {
            queue.awaitSettled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Rows dropped since the start because the queue was full. */
    public long dropped() {
        return queue.dropped();
    }

    /** Rows that are in the database, in the order of the query. */
    public List<JournalRow> read(JournalQuery query) {
        return database.read(connection -> JournalTable.select(connection, query));
    }

    /**
     * What an account has queued for other servers, one row a recipient, in rows younger than row {@code after} (0 for all), the
     * newest first. Every event is an {@link OutgoingEvent.Queued}.
     */
    public List<JournalRow> queued(AccountId account, long after, int limit) {
        return database.read(connection -> JournalTable.queued(connection, account, after, limit));
    }

    /** A piece of somebody's history of sign-ins, the newest first. */
    public List<JournalRow> signIns(SignInQuery query) {
        return database.read(connection -> JournalTable.signIns(connection, query));
    }

    /** Moves and copies within accounts in rows younger than row {@code after} (0 for all), the oldest first. */
    public List<JournalRow> moves(long after, int limit) {
        return database.read(connection -> JournalTable.moves(connection, after, limit));
    }

    /**
     * The lives of messages, the latest message first: what the panel's history, the doctor and {@code admin trace} tell. However much
     * the journal holds, one question reads a bounded part of it ({@link TraceQuery}).
     */
    public TracePage trace(TraceQuery query) {
        return database.read(connection -> new Tracing(connection, query).run(clock.millis()));
    }

    /**
     * Who signed in to these accounts, or tried to, or to send from where they may not; the newest first. At most
     * {@link TraceQuery#MAX_ACCOUNTS} accounts and {@link JournalQuery#MAX_LIMIT} rows.
     */
    public List<JournalRow> signIns(Set<AccountId> accounts, Instant since, int limit) {
        if (accounts.size() > TraceQuery.MAX_ACCOUNTS || limit > JournalQuery.MAX_LIMIT) {
            throw new IllegalArgumentException("too many accounts or rows");
        }
        return accounts.isEmpty()
                ? List.of()
                : database.read(connection -> TraceTable.signIns(connection, accounts, since, limit));
    }

    /** Deletes rows older than {@code before}, a few at a time; returns how many. */
    public long expire(Instant before) {
        long total = 0;
        int deleted;
        do {
            deleted = database.write(connection -> JournalTable.deleteOldest(connection, before, EXPIRY_BATCH));
            total += deleted;
        } while (deleted > 0);
        return total;
    }

    /** Writes what was recorded, then returns. */
    @Override
    public void close() {
        queue.close();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
