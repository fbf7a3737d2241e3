// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Leases as rows of {@code lease}; times are by the database's clock, which all processes share. */
final class Leases {
    private final Database database;
    private final String take;
    private final String holder = UUID.randomUUID().toString();

    /** @param now an SQL expression for the milliseconds since 1970 */
    Leases(Database database, String now) {
        this.database = database;
        this.take = """
                INSERT INTO lease (name, holder, expires) VALUES (?, ?, %1$s + ?)
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires = excluded.expires
                WHERE lease.holder = excluded.holder OR lease.expires <= %1$s""".formatted(now);
    }

    Optional<Database.Lease> take(String name, Duration length) {
        boolean taken = database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(take)) {
                statement.setString(1, name);
                statement.setString(2, holder);
                statement.setLong(3, length.toMillis());
                return statement.executeUpdate() == 1;
            }
        });
        return taken ? Optional.of(() -> giveBack(name)) : Optional.empty();
    }

    private void giveBack(String name) {
        database.write(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM lease WHERE name = ? AND holder = ?")) {
                statement.setString(1, name);
                statement.setString(2, holder);
                return statement.executeUpdate();
            }
        });
    }
}
