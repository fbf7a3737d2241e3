// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteDataSource;

/**
 * A SQLite file in WAL mode: one writer, several readers that it does not disturb. Belongs to
 * this process alone while it is open; {@code file.lock} beside it says so.
 */
public final class SqliteDatabase implements Database {
    /** Reads at once, for each core; a read that misses the cache waits for the disk. */
    private static final int READERS_PER_CORE = 2;

    private static final int MIN_READERS = 4;
    private static final int MAX_READERS = 16;

    private final Path file;
    private final FileLock fileLock;
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final Checkpointer checkpointer;
    private final PlatformThreads writerThread;
    private final PlatformThreads readerThreads;
    private final Leases leases;

    private SqliteDatabase(Path file, FileLock fileLock, SqliteWriter writer) throws SQLException {
        int count = Math.clamp(
                READERS_PER_CORE * (long) Runtime.getRuntime().availableProcessors(), MIN_READERS, MAX_READERS);
        this.file = file;
        this.fileLock = fileLock;
        this.writer = writer;
        this.readers = new SqliteReaders(file, count);
        this.checkpointer = new Checkpointer(file, writer);
        this.writerThread = new PlatformThreads("write-" + file.getFileName(), 1);
        this.readerThreads = new PlatformThreads("read-" + file.getFileName(), count);
        this.leases = new Leases(this, "CAST(unixepoch('subsec') * 1000 AS INTEGER)");
    }

    /**
     * Opens {@code file}, creating it when it is not there (its directory must be), and brings it to the bundled schema.
     *
     * @param migrations folder on the class path, such as {@code db/volume}
     * @throws DatabaseInUseException when another process has it open
     */
    public static SqliteDatabase open(Path file, String migrations) {
        FileLock lock = FileLock.of(file);
        try {
            SqliteWriter writer = new SqliteWriter(file);
            try {
                bringUpToDate(file, writer, new Migrator(Migrations.of(migrations, Engine.SQLITE)));
                return new SqliteDatabase(file, lock, writer);
            } catch (Throwable e) {
                writer.close();
                throw e;
            }
        } catch (SQLException e) {
            lock.close();
            throw failure(file, e);
        } catch (Throwable e) {
            lock.close();
            throw e;
        }
    }

    private static void bringUpToDate(Path file, SqliteWriter writer, Migrator migrator) throws SQLException {
        if (!isCurrent(writer, migrator)) {
            SQLiteDataSource dataSource = new SQLiteDataSource();
            dataSource.setUrl("jdbc:sqlite:" + file);
            migrator.migrate(dataSource);
            writer.write(
                    connection -> {
                        migrator.markCurrent(connection);
                        return true;
                    },
                    SqliteWriter.Force.NOW);
        }
        // The file lock proves that whoever held a lease is gone.
        writer.write(
                connection -> {
                    try (var statement = connection.prepareStatement("DELETE FROM lease")) {
                        return statement.executeUpdate();
                    }
                },
                SqliteWriter.Force.LATER);
    }

    private static boolean isCurrent(SqliteWriter writer, Migrator migrator) throws SQLException {
        return writer.write(
                connection -> {
                    try (var tables = connection.prepareStatement(
                                    "SELECT 1 FROM sqlite_schema WHERE name = 'schema_digest'");
                            var row = tables.executeQuery()) {
                        return row.next() && migrator.isCurrent(connection);
                    }
                },
                SqliteWriter.Force.LATER);
    }

    @Override
    public Engine engine() {
        return Engine.SQLITE;
    }

    @Override
    public <T> T read(Work<T> work) {
        return readerThreads.call(() -> {
            try {
                return readers.read(work);
            } catch (SQLException e) {
                throw failure(file, e);
            }
        });
    }

    @Override
    public <T> T write(Work<T> work) {
        return write(work, SqliteWriter.Force.NOW);
    }

    @Override
    public <T> T writeUnforced(Work<T> work) {
        return write(work, SqliteWriter.Force.LATER);
    }

    private <T> T write(Work<T> work, SqliteWriter.Force force) {
        return writerThread.call(() -> {
            try {
                return writer.write(work, force);
            } catch (SQLException e) {
                throw failure(file, e);
            }
        });
    }

    /**
     * Writes the database as of one moment into the new file {@code target} while others read and write, and returns what
     * {@code look} reads in the copy. Until then the write-ahead log only grows. The copy has not been forced to disk.
     *
     * @throws DatabaseException also when {@code target} is there already, or full
     */
    public <T> T copyTo(Path target, Work<T> look) {
        try (PlatformThreads copier = new PlatformThreads("copy-" + file.getFileName(), 1)) {
            return copier.call(() -> {
                try {
                    return copy(target, look);
                } catch (SQLException e) {
                    throw failure(target, e);
                }
            });
        }
    }

    /** As {@link #copyTo(Path, Work)}, for those who need nothing from the copy. */
    public void copyTo(Path target) {
        copyTo(target, connection -> true);
    }

    private <T> T copy(Path target, Work<T> look) throws SQLException {
        try (SqliteConnection source = SqliteConnection.open(file, List.of());
                PreparedStatement copy = source.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        }
        try (SqliteConnection copied = SqliteConnection.open(target, List.of("query_only = ON"))) {
            return copied.transact("BEGIN", look);
        }
    }

    @Override
    public Optional<Lease> lease(String name, Duration length) {
        return leases.take(name, length);
    }

    @Override
    public void close() {
        writerThread.close();
        readerThreads.close();
        try {
            checkpointer.close();
            readers.close();
            writer.close();
        } catch (SQLException e) {
            throw failure(file, e);
        } finally {
            fileLock.close();
        }
    }

    private static DatabaseException failure(Path file, SQLException e) {
        return new DatabaseException(file + ": " + e.getMessage(), e);
    }
}
