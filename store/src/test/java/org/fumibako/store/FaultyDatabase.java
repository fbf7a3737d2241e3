// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.fumibako.db.Database;
import org.fumibako.db.DatabaseException;
import org.fumibako.db.TestDatabase;

/** A database of which one write, counted from when it was told, fails: before it is committed, or after. */
final class FaultyDatabase implements Database {
    private final Database real;
    private final Plan plan;

    private FaultyDatabase(Database real, Plan plan) {
        this.real = real;
        this.plan = plan;
    }

    /** When to fail, and how; outlives closing and opening the database. */
    static final class Plan {
        /** https://www.sqlite.org/rescode.html */
        static final int FULL = 13;

        static final int IO_ERROR = 10;

        private int left = -1;
        private int code;
        private boolean committed;
        private boolean happened;

        /** The {@code n}-th write from now on fails with {@code code}; whether it was committed, the caller is not told. */
        synchronized void failAt(int n, int failure, boolean afterCommit) {
            left = n;
            code = failure;
            committed = afterCommit;
            happened = false;
        }

        /** Nothing fails any more. */
        synchronized void heal() {
            left = -1;
        }

        synchronized boolean happened() {
            return happened;
        }

        private synchronized boolean fails() {
            happened |= left > 0 && --left == 0;
            return happened && left == 0;
        }

        private synchronized DatabaseException failure() {
            left = -1;
            return new DatabaseException("told to fail", new SQLException("told to fail", "", code));
        }
    }

    /** What {@code made} opens, failing as {@code plan} says. */
    static TestDatabase of(TestDatabase made, Plan plan) {
        return new TestDatabase() {
            @Override
            public Database open() {
                return new FaultyDatabase(made.open(), plan);
            }

            @Override
            public void close() {
                made.close();
            }
        };
    }

    @Override
    public <T> T write(Work<T> work) {
        return plan.fails() ? fail(work) : real.write(work);
    }

    @Override
    public <T> T writeUnforced(Work<T> work) {
        return plan.fails() ? fail(work) : real.writeUnforced(work);
    }

    private <T> T fail(Work<T> work) {
        if (plan.committed) {
            var _ = real.write(work);
            throw plan.failure();
        }
        return real.write(connection -> {
            var _ = work.run(connection);
            throw plan.failure();
        });
    }

    @Override
    public Engine engine() {
        return real.engine();
    }

    @Override
    public <T> T read(Work<T> work) {
        return real.read(work);
    }

    @Override
    public Optional<Lease> lease(String name, Duration length) {
        return real.lease(name, length);
    }

    @Override
    public void close() {
        real.close();
    }
}
