// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fresh databases for contract suites, of both engines. PostgreSQL is one real server for each test JVM, started when it is
 * first wanted and stopped with the JVM; a migrated template for each migrations folder makes new databases cheap.
 */
public final class TestDatabases {
    private static final AtomicLong COUNTER = new AtomicLong();
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private TestDatabases() {}

    /** A SQLite file in {@code directory}, which the test removes. */
    public static TestDatabase sqlite(Path directory, String migrations) {
        Path file = directory.resolve("test-" + COUNTER.incrementAndGet() + ".db");
        return new TestDatabase() {
            @Override
            public Database open() {
                return SqliteDatabase.open(file, migrations);
            }

            @Override
            public void close() {}
        };
    }

    /** A database of its own on the JVM's PostgreSQL server. */
    public static TestDatabase postgres(String migrations) {
        String template = TEMPLATES.computeIfAbsent(migrations, TestDatabases::template);
        String name = freshName();
        execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return new TestDatabase() {
            @Override
            public Database open() {
                return PostgresDatabase.open(config(name), migrations);
            }

            @Override
            public void close() {
                execute("DROP DATABASE " + name + " WITH (FORCE)");
            }
        };
    }

    private static String template(String migrations) {
        String name = freshName();
        execute("CREATE DATABASE " + name);
        PostgresDatabase.open(config(name), migrations).close();
        return name;
    }

    private static String freshName() {
        return "test_" + COUNTER.incrementAndGet();
    }

    static PostgresConfig config(String database) {
        String url = Server.POSTGRES.getJdbcUrl("postgres", database);
        return new PostgresConfig(url, "postgres", "", "fumibako", 4);
    }

    private static void execute(String sql) {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "60")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
