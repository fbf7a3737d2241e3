// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.fumibako.db.Database;
import org.fumibako.db.DatabaseException;

/** A database whose disk does not answer until {@link #answer}; then every write fails. */
final class StalledDatabase implements Database {
    final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    void answer() {
        answered.countDown();
    }

    @Override
    public <T> T write(Work<T> work) {
        called.countDown();
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DatabaseException("disk full", new IOException("no space"));
    }

    @Override
    public <T> T read(Work<T> work) {
        throw new DatabaseException("disk gone", new IOException("gone"));
    }

    @Override
    public Engine engine() {
        return Engine.SQLITE;
    }

    @Override
    public Optional<Lease> lease(String name, Duration length) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
