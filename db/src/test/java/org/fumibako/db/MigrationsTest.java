// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @Test
    void foldersOfTheEngineAndTheCommonOnesAreRead() {
        Migrations sqlite = Migrations.of("db/sample", Database.Engine.SQLITE);
        assertThat(sqlite.scripts().keySet()).containsExactly("V0_1__database.sql", "V1__note.sql", "V2__tally.sql");
        assertThat(sqlite.scripts().get("V2__tally.sql")).contains("INTEGER PRIMARY KEY");
    }

    @Test
    void digestTellsAChangedScript() {
        Migrations bundled = Migrations.of("db/sample", Database.Engine.SQLITE);
        assertThat(bundled.digest())
                .isEqualTo(Migrations.of("db/sample", Database.Engine.SQLITE).digest())
                .isNotEqualTo(with(bundled, "V1__note.sql", "SELECT 1;").digest())
                .isNotEqualTo(with(bundled, "V3__more.sql", "SELECT 1;").digest());
    }

    @Test
    void schemaOfANewerProgramIsRefused(@TempDir Path directory) {
        Path file = directory.resolve("newer.db");
        SqliteDatabase.open(file, "db/sample").close();
        assertThatThrownBy(() -> SqliteDatabase.open(file, "db/none"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("schema");
        SqliteDatabase.open(file, "db/sample").close();
    }

    private static Migrations with(Migrations bundled, String name, String script) {
        TreeMap<String, String> scripts = new TreeMap<>(bundled.scripts());
        scripts.put(name, script);
        return new Migrations(scripts);
    }
}
