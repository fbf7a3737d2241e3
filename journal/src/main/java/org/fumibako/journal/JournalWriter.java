// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.time.Duration;
import java.util.List;
import org.fumibako.db.Database;
import org.fumibako.db.DatabaseException;
import org.fumibako.journal.JournalTable.Stamped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what is in the queue. While the database fails it tries the same rows again, and the queue fills. */
final class JournalWriter {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Database database;
    private final JournalQueue queue;
    private final Thread thread;
    private long reported;

    JournalWriter(Database database, JournalQueue queue) {
        this.database = database;
        this.queue = queue;
        this.thread = Thread.ofPlatform().name("journal").daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (List<Stamped> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
                write(batch);
                queue.settle(batch.size());
                reportDropped();
            }
        } catch (InterruptedException e) {
            LOG.warn("journal writer interrupted, rows may be lost");
        }
    }

    private void write(List<Stamped> batch) throws InterruptedException {
        while (true) {
            try {
                database.write(connection -> {
                    JournalTable.insert(connection, batch);
                    return true;
                });
                return;
            } catch (DatabaseException e) {
                if (queue.isClosed()) {
                    LOG.error("{} journal rows are lost at shutdown: {}", batch.size(), e.getMessage());
                    return;
                }
                LOG.warn("journal rows wait, the database fails: {}", e.getMessage());
                Thread.sleep(RETRY);
            }
        }
    }

    private void reportDropped() {
        long dropped = queue.dropped();
        if (dropped > reported) {
            LOG.error("{} journal rows were dropped, the queue was full", dropped - reported);
            reported = dropped;
        }
    }

    /** Waits until the queue, closed by the caller, is empty. */
    void join() throws InterruptedException {
        thread.join();
    }
}
