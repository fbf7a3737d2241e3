// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
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
    void commitsAreOnDiskBeforeWriteReturns() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            assertThat(database.<String>write(connection -> {
                        try (PreparedStatement statement = connection.prepareStatement(
                                        "SELECT synchronous, journal_mode FROM pragma_synchronous, pragma_journal_mode");
                                ResultSet row = statement.executeQuery()) {
                            return row.next() ? row.getString(1) + " " + row.getString(2) : "";
                        }
                    }))
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
}
