// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.stream.Stream;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.db.TestDatabases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteJournalTest implements JournalContract, TraceContract {
    @TempDir
    private Path directory;

    @Override
    public TestDatabase fresh() {
        return TestDatabases.sqlite(directory, "db/volume");
    }

    /** With a million other rows in the journal, what is asked with every message must not read them. */
    static Stream<Arguments> askedAgainAndAgain() {
        return Stream.of(
                Arguments.of(JournalTable.QUEUED, "journal_queued"),
                Arguments.of(JournalTable.MOVES, "journal_moves"),
                Arguments.of(JournalTable.SIGN_INS, "journal_sign_ins"));
    }

    @ParameterizedTest
    @MethodSource("askedAgainAndAgain")
    void readsNoRowsButThoseItFinds(String sql, String index) throws Exception {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            String plan = database.read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("EXPLAIN QUERY PLAN " + sql.replace("?", "1"))) {
                    return row.next() ? row.getString("detail") : "";
                }
            });
            assertThat(plan).contains("USING INDEX " + index);
        }
    }
}
