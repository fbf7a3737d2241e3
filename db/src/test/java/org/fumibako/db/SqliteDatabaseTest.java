// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest implements DatabaseContract {
    @TempDir
    private Path directory;

    @Override
    public TestDatabase fresh() {
        return TestDatabases.sqlite(directory, "db/sample");
    }

    @Test
    void fileIsOpenOnceAndFreeAgainAfterClosing() {
        Path file = directory.resolve("one.db");
        try (Database database = SqliteDatabase.open(file, "db/sample")) {
            assertThat(database.engine()).isEqualTo(Database.Engine.SQLITE);
            assertThatThrownBy(() -> SqliteDatabase.open(file, "db/sample"))
                    .isInstanceOf(DatabaseInUseException.class)
                    .hasMessage(file + " is in use by another process");
        }
        SqliteDatabase.open(file, "db/sample").close();
    }

    @Test
    void whatIsNotADatabaseIsSaidToBeNone() throws Exception {
        Path file = Files.writeString(directory.resolve("letter.db"), "Dear reader, ".repeat(100));
        assertThatThrownBy(() -> SqliteDatabase.open(file, "db/sample"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> SqliteDatabase.open(file, "db/sample")).isNotInstanceOf(DatabaseInUseException.class);
    }

    @Test
    void commitsAreOnDiskBeforeWriteReturnsButNotBeforeAnUnforcedOneDoes() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            for (int i = 0; i < 2; i++) {
                assertThat(database.write(SqliteDatabaseTest::modes)).isEqualTo("2 wal");
                assertThat(database.writeUnforced(SqliteDatabaseTest::modes)).isEqualTo("1 wal");
            }
        }
    }

    private static String modes(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT synchronous, journal_mode FROM pragma_synchronous, pragma_journal_mode");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) + " " + row.getString(2) : "";
        }
    }

    @Test
    void nothingIsWrittenAfterALostForceUntilTheFileIsOpenedAnew() throws SQLException {
        Path file = directory.resolve("lost.db");
        try (SqliteWriter writer = new SqliteWriter(file)) {
            writer.lost(new SQLException("told to fail", "", 10));
            for (SqliteWriter.Force force : SqliteWriter.Force.values()) {
                assertThatThrownBy(() -> writer.write(SqliteDatabaseTest::modes, force))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                failure -> assertThat(failure.getErrorCode()).isEqualTo(10));
            }
        }
        try (SqliteWriter again = new SqliteWriter(file)) {
            assertThat(again.write(SqliteDatabaseTest::modes, SqliteWriter.Force.NOW))
                    .isEqualTo("2 wal");
        }
    }

    @Test
    void writeInsideAWriteIsRefused() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            assertThatThrownBy(() -> database.write(outer -> database.<Integer>write(inner -> 1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void leasesOfAProcessThatDiedEndWithIt() {
        try (TestDatabase test = fresh()) {
            try (Database database = test.open()) {
                assertThat(database.lease("sweep", Duration.ofDays(1))).isPresent();
            }
            try (Database database = test.open()) {
                assertThat(database.lease("sweep", Duration.ofDays(1))).isPresent();
            }
        }
    }

    @Test
    void aCopyMadeWhileOthersWriteIsOfOneMoment() throws Exception {
        Path target = directory.resolve("copy.db");
        try (TestDatabase test = fresh();
                SqliteDatabase database = (SqliteDatabase) test.open()) {
            AtomicBoolean copied = new AtomicBoolean();
            CountDownLatch writing = new CountDownLatch(100);
            Thread writer = Thread.ofVirtual().start(() -> {
                while (!copied.get()) {
                    insertTwo(database);
                    writing.countDown();
                }
            });
            assertThat(writing.await(30, TimeUnit.SECONDS)).isTrue();
            int rows = database.copyTo(target, SqliteDatabaseTest::countNotes);
            copied.set(true);
            writer.join();
            assertThat(rows).isEven().isGreaterThanOrEqualTo(200);
            assertThat(database.read(SqliteDatabaseTest::countNotes)).isGreaterThanOrEqualTo(rows);
            assertThatThrownBy(() -> database.copyTo(target, SqliteDatabaseTest::countNotes))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining(target.toString());
        }
        try (Database copy = SqliteDatabase.open(target, "db/sample")) {
            insertTwo(copy);
            assertThat(copy.read(SqliteDatabaseTest::countNotes)).isEven();
        }
    }

    private static void insertTwo(Database database) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO note (id, text)"
                    + " SELECT counted.n + more.id, 'x' FROM (SELECT COUNT(*) AS n FROM note) counted,"
                    + " (SELECT 1 AS id UNION SELECT 2) more")) {
                return insert.executeUpdate();
            }
        });
    }

    private static int countNotes(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM note");
                ResultSet row = count.executeQuery()) {
            return row.next() ? row.getInt(1) : -1;
        }
    }
}
