// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * Copies the write-ahead log back into the database file in the background, a second after something was committed. A
 * passive checkpoint waits for nobody and lets the writer go on; what it leaves, the writer's own checkpoint finds small.
 */
final class Checkpointer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);

    private static final long PERIOD_MILLIS = 1_000;

    private final SqliteWriter writer;
    private final SqliteConnection connection;
    private final ScheduledExecutorService thread;
    private long done;

    Checkpointer(Path file, SqliteWriter writer) throws SQLException {
        this.writer = writer;
        this.connection = SqliteConnection.open(file, List.of("synchronous = FULL", "cache_size = -100"));
        this.done = writer.commits();
        this.thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .name("checkpoint-" + file.getFileName())
                .daemon(true)
                .factory());
        var _ = thread.scheduleWithFixedDelay(this::checkpoint, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void checkpoint() {
        long commits = writer.commits();
        if (commits == done) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
            done = commits;
        } catch (SQLException e) {
            LOG.warn("cannot checkpoint: {}", e.getMessage());
            if ((e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_IOERR.code) {
                writer.lost(e);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        thread.close();
        connection.close();
    }
}
