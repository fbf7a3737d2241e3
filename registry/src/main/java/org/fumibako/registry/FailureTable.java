// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.fumibako.registry.SignInLimits.Limit;

/** Counts failures by subject in windows; in the database, so that a restart or another process forgets none. */
final class FailureTable {
    private static final String COUNT = """
            INSERT INTO sign_in_failure (subject, failures, since) VALUES (?, 1, ?)
            ON CONFLICT (subject) DO UPDATE SET
                failures = CASE WHEN sign_in_failure.since <= ? THEN 1 ELSE sign_in_failure.failures + 1 END,
                since = CASE WHEN sign_in_failure.since <= ? THEN excluded.since ELSE sign_in_failure.since END""";

    private FailureTable() {}

    /** Counts one failure; {@code now} in milliseconds since 1970. */
    static void count(Connection connection, String subject, Limit limit, long now) throws SQLException {
        long expired = now - limit.window().toMillis();
        Sql.update(connection, COUNT, subject, now, expired, expired);
    }

    /** How long until the subject may try again; empty when it may now. */
    static Optional<Duration> delay(Connection connection, String subject, Limit limit, long now) throws SQLException {
        return Sql.first(
                        connection,
                        row -> row.getLong(1) < limit.failures()
                                ? 0L
                                : row.getLong(2) + limit.window().toMillis() - now,
                        "SELECT failures, since FROM sign_in_failure WHERE subject = ?",
                        subject)
                .filter(millis -> millis > 0)
                .map(Duration::ofMillis);
    }

    static boolean counts(Connection connection, String subject) throws SQLException {
        return Sql.exists(connection, "SELECT 1 FROM sign_in_failure WHERE subject = ?", subject);
    }

    static void forget(Connection connection, String subject) throws SQLException {
        Sql.update(connection, "DELETE FROM sign_in_failure WHERE subject = ?", subject);
    }

    /** Removes windows that began before {@code before}. */
    static int expire(Connection connection, long before) throws SQLException {
        return Sql.update(connection, "DELETE FROM sign_in_failure WHERE since < ?", before);
    }
}
