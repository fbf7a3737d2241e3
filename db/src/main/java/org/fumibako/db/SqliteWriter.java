// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

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
    private final AtomicLong commits = new AtomicLong();
    private SqliteConnection connection;
    private Force force = Force.NOW;
    private volatile @Nullable SQLException lost;

    /** When the write-ahead log is forced to disk; what a later force covers, an earlier one need not. */
    enum Force {
        /** With each commit. */
        NOW("FULL"),
        /** With the next commit that does, or the next checkpoint. */
        LATER("NORMAL");

        private final String synchronous;

        Force(String synchronous) {
            this.synchronous = synchronous;
        }
    }

    SqliteWriter(Path file) throws SQLException {
        this.file = file;
        this.connection = SqliteConnection.open(file, PRAGMAS);
    }

    <T> T write(Database.Work<T> work, Force when) throws SQLException {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write would wait for itself");
        }
        lock.lock();
        try {
            if (lost != null) {
                throw new SQLException(lost.getMessage(), lost.getSQLState(), lost.getErrorCode(), lost);
            }
            if (!connection.usable()) {
                connection.close();
                connection = SqliteConnection.open(file, PRAGMAS);
                force = Force.NOW;
            }
            if (force != when) {
                connection.pragma("synchronous = " + when.synchronous);
                force = when;
            }
            T result = connection.transact("BEGIN IMMEDIATE", work);
            commits.incrementAndGet();
            return result;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was committed could not be forced to disk, and the kernel will not say so again: every write fails from now on,
     * until the file is opened anew.
     */
    void lost(SQLException failure) {
        lost = failure;
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
