// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema of a PostgreSQL database. Writes are SERIALIZABLE, so that what is right with SQLite's single writer is right here
 * with many processes; reads are REPEATABLE READ, one consistent state each. Work runs on the caller's thread: the driver
 * waits for a socket, which a virtual thread may do.
 */
public final class PostgresDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);

    /** Times a write is tried; a conflict is over in milliseconds, so that many in a row mean something else. */
    private static final int MAX_ATTEMPTS = 20;

    private static final long MAX_PAUSE_NANOS = 50_000_000;

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK_DETECTED = "40P01";

    private final PostgresConfig config;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Leases leases;
    private final RandomGenerator random;

    private PostgresDatabase(PostgresConfig config, HikariDataSource writers, HikariDataSource readers) {
        this.config = config;
        this.writers = writers;
        this.readers = readers;
        this.leases = new Leases(this, "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)");
        this.random = RandomGenerator.getDefault();
    }

    /**
     * Connects and brings the schema to the bundled one; several processes may do so at once.
     *
     * @param migrations folder on the class path, such as {@code db/volume}
     */
    public static PostgresDatabase open(PostgresConfig config, String migrations) {
        Migrator migrator = new Migrator(Migrations.of(migrations, Engine.POSTGRESQL));
        HikariDataSource writers = pool(config, "write", "TRANSACTION_SERIALIZABLE", false);
        try {
            PostgresDatabase database =
                    new PostgresDatabase(config, writers, pool(config, "read", "TRANSACTION_REPEATABLE_READ", true));
            database.bringUpToDate(migrator);
            return database;
        } catch (Throwable e) {
            writers.close();
            throw e;
        }
    }

    private static HikariDataSource pool(PostgresConfig config, String name, String isolation, boolean readOnly) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name + "-" + config.schema());
        pool.setJdbcUrl(config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password());
        // In the start-up packet: a SET would be undone by the first rollback.
        pool.addDataSourceProperty("currentSchema", config.schema());
        pool.setMaximumPoolSize(config.connections());
        pool.setMinimumIdle(1);
        pool.setAutoCommit(false);
        pool.setTransactionIsolation(isolation);
        pool.setReadOnly(readOnly);
        try {
            return new HikariDataSource(pool);
        } catch (HikariPool.PoolInitializationException e) {
            throw new DatabaseException("cannot connect to PostgreSQL as " + config + ": " + e.getMessage(), e);
        }
    }

    private void bringUpToDate(Migrator migrator) {
        if (!isCurrent(migrator)) {
            migrator.migrate(writers, config.schema());
            write(connection -> {
                migrator.markCurrent(connection);
                return true;
            });
        }
    }

    private boolean isCurrent(Migrator migrator) {
        return read(connection -> {
            try (var tables = connection.prepareStatement(
                    "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = 'schema_digest'")) {
                tables.setString(1, config.schema());
                try (var row = tables.executeQuery()) {
                    return row.next() && migrator.isCurrent(connection);
                }
            }
        });
    }

    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    @Override
    public <T> T read(Work<T> work) {
        try {
            return transact(readers, work);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transact(writers, work);
            } catch (SQLException e) {
                if (attempt == MAX_ATTEMPTS || !mayBeRepeated(e)) {
                    throw failure(e);
                }
                LOG.debug("attempt {} of a write conflicted: {}", attempt, e.getMessage());
                LockSupport.parkNanos(random.nextLong(MAX_PAUSE_NANOS * attempt / MAX_ATTEMPTS));
            }
        }
    }

    private static <T> T transact(HikariDataSource pool, Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (Throwable failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static boolean mayBeRepeated(SQLException e) {
        return SERIALIZATION_FAILURE.equals(e.getSQLState()) || DEADLOCK_DETECTED.equals(e.getSQLState());
    }

    @Override
    public Optional<Lease> lease(String name, Duration length) {
        return leases.take(name, length);
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private DatabaseException failure(SQLException e) {
        return new DatabaseException("PostgreSQL, " + config + ": " + e.getMessage(), e);
    }
}
