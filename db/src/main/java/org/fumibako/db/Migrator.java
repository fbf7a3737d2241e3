// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to the bundled schema. Flyway costs some 300 ms of a start, so it runs only when the digest in
 * {@code schema_digest}, which is written after Flyway has succeeded, is not that of the bundled scripts; it is also Flyway
 * that finds edited scripts and a schema that is newer than the program.
 */
final class Migrator {
    private final Migrations migrations;

    Migrator(Migrations migrations) {
        this.migrations = migrations;
    }

    /** Whether the schema behind {@code connection} is the bundled one. A database without a schema is not. */
    boolean isCurrent(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT digest FROM schema_digest");
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getString(1).equals(migrations.digest());
        }
    }

    /** Applies what is missing. */
    void migrate(DataSource dataSource, String... schema) {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(schema)
                    .table("schema_history")
                    .resourceProvider(new Bundled())
                    .placeholderReplacement(false)
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseException("cannot bring the database to this version's schema: " + e.getMessage(), e);
        }
    }

    /** Notes that the schema is the bundled one. */
    void markCurrent(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM schema_digest");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO schema_digest VALUES (?)")) {
            delete.executeUpdate();
            insert.setString(1, migrations.digest());
            insert.executeUpdate();
        }
    }

    private final class Bundled implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            String script = migrations.scripts().get(name);
            return script == null ? null : new Script(name, script);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            List<LoadableResource> found = new ArrayList<>();
            migrations.scripts().forEach((name, script) -> {
                if (name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith)) {
                    found.add(new Script(name, script));
                }
            });
            return found;
        }
    }

    private static final class Script extends LoadableResource {
        private final String name;
        private final String text;

        Script(String name, String text) {
            this.name = name;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
