// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** The one write connection to a file. */
final class SqliteWriter implements AutoCloseable {
    /**
     * Pages in the write-ahead log (64 MB) at which the writer itself copies them back. Normally {@link Checkpointer} has
     * copied nearly all before; then that is quick, and the log starts over.
     */
    private static final int AUTOCHECKPOINT_PAGES = 16_384;

    private static final List<String> PRAGMAS = List.of(
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "cache_size = -16000",
            "mmap_size = 268435456",
            "temp_store = MEMORY",
            "wal_autocheckpoint = " + AUTOCHECKPOINT_PAGES,
            "journal_size_limit = 67108864");

    private final Path file;
    private final ReentrantLock lock = new ReentrantLock();
    private SqliteConnection connection;
    private final AtomicLong commits = new AtomicLong();

    SqliteWriter(Path file) throws SQLException {
        this.file = file;
        this.connection = SqliteConnection.open(file, PRAGMAS);
    }

    <T> T write(Database.Work<T> work) throws SQLException {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write would wait for itself");
        }
        lock.lock();
        try {
            if (!connection.usable()) {
                connection.close();
                connection = SqliteConnection.open(file, PRAGMAS);
            }
            T result = connection.transact("BEGIN IMMEDIATE", work);
            commits.incrementAndGet();
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** Transactions committed so far. */
    long commits() {
        return commits.get();
    }

    @Override
    public void close() throws SQLException {
        lock.lock();
        try {
            connection.close();
        } finally {
            lock.unlock();
        }
    }
}
