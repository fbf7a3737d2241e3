// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.fumibako.db.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Emails are found by their contents, however many messages the account has. */
final class EmailRowsTest {
    @TempDir
    private Path directory;

    @Test
    void aPageOfAListIsReadByTheIndexOfContents() {
        try (TestVolume volume =
                new TestVolume(TestDatabases.sqlite(directory, Volume.MIGRATIONS), directory.resolve("packs"))) {
            String sql = EmailRows.sql(50, EnumSet.allOf(MessageStore.Column.class));
            List<String> plan = volume.database().read(connection -> {
                List<String> steps = new ArrayList<>();
                try (PreparedStatement statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql)) {
                    for (int i = 1; i <= 51; i++) {
                        statement.setLong(i, i);
                    }
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            steps.add(row.getString(4));
                        }
                    }
                }
                return steps;
            });
            assertThat(plan).anyMatch(step -> step.contains("message_content (content_id=?"));
            assertThat(plan).noneMatch(step -> step.contains("(account_id=?)"));
            assertThat(plan).noneMatch(step -> step.startsWith("SCAN"));
        }
    }
}
