// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** Read connections to one file, opened when they are first needed; the one used last is used next, its cache is warm. */
final class SqliteReaders implements AutoCloseable {
    private static final List<String> PRAGMAS =
            List.of("query_only = ON", "cache_size = -2000", "mmap_size = 268435456", "temp_store = MEMORY");

    private final Path file;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<SqliteConnection> idle = new ConcurrentLinkedDeque<>();

    SqliteReaders(Path file, int count) {
        this.file = file;
        this.permits = new Semaphore(count);
    }

    <T> T read(Database.Work<T> work) throws SQLException {
        permits.acquireUninterruptibly();
        try {
            SqliteConnection connection = idle.pollFirst();
            if (connection == null) {
                connection = SqliteConnection.open(file, PRAGMAS);
            }
            try {
                return connection.transact("BEGIN", work);
            } finally {
                giveBack(connection);
            }
        } finally {
            permits.release();
        }
    }

    private void giveBack(SqliteConnection connection) throws SQLException {
        if (connection.usable()) {
            idle.addFirst(connection);
        } else {
            connection.close();
        }
    }

    /** Closes what is idle; nothing may be reading any more. */
    @Override
    public void close() throws SQLException {
        for (SqliteConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }
}
