// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A secret that every month replaces, the same for all processes. What last month's made is recognised until this month ends, so
 * whatever is made with it may be valid for four weeks.
 */
final class RotatingSecret implements Supplier<List<byte[]>> {
    private static final int OCTETS = 32;

    /** This month's and the one before. */
    private static final int KEPT = 2;

    private final Changes changes;
    private final String name;
    private final SecureRandom random;
    private volatile @Nullable Loaded loaded;

    /** @param name what its rows in the table {@code secret} begin with */
    RotatingSecret(Changes changes, String name, SecureRandom random) {
        this.changes = changes;
        this.name = name;
        this.random = random;
    }

    private record Loaded(YearMonth month, List<byte[]> secrets) {}

    /** Newest first; must not be changed. From memory but for the first question of a month. */
    @Override
    public List<byte[]> get() {
        YearMonth month = YearMonth.from(Instant.ofEpochMilli(changes.now()).atOffset(ZoneOffset.UTC));
        Loaded known = loaded;
        if (known == null || !known.month().equals(month)) {
            known = new Loaded(month, changes.write(connection -> load(connection, month)));
            loaded = known;
        }
        return known.secrets();
    }

    private List<byte[]> load(Connection connection, YearMonth month) throws SQLException {
        byte[] fresh = new byte[OCTETS];
        random.nextBytes(fresh);
        Sql.update(
                connection,
                "INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                name + "-" + month,
                Base64.getEncoder().encodeToString(fresh));
        List<String> names = Sql.list(
                connection,
                row -> row.getString(1),
                "SELECT name FROM secret WHERE name LIKE ? ORDER BY name DESC",
                name + "-%");
        for (String old : names.subList(Math.min(KEPT, names.size()), names.size())) {
            Sql.update(connection, "DELETE FROM secret WHERE name = ?", old);
        }
        return Sql.list(
                connection,
                row -> Base64.getDecoder().decode(row.getString(1)),
                "SELECT value FROM secret WHERE name LIKE ? ORDER BY name DESC",
                name + "-%");
    }
}
