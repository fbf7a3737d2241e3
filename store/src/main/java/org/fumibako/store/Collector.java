// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.db.Database;

/** Removes from the index the contents that no message has referred to for a while; their octets are dead from then on. */
final class Collector {
    /** How long a session may still read what was deleted under its hands. */
    static final Duration GRACE = Duration.ofDays(1);

    /** Releases a transaction: short enough that deliveries do not notice. */
    private static final int BATCH = 200;

    private final Database database;

    Collector(Database database) {
        this.database = database;
    }

    /** Collects what was released before {@code before}, milliseconds since the epoch; returns how many contents went. */
    long collect(long before) {
        long collected = 0;
        List<ReleasedRows.Released> due;
        do {
            due = database.read(connection -> ReleasedRows.due(connection, before, BATCH));
            List<ReleasedRows.Released> batch = due;
            collected += database.<Integer>write(tx -> collect(tx, batch, before));
        } while (due.size() == BATCH);
        return collected;
    }

    private static int collect(Connection tx, List<ReleasedRows.Released> due, long before) throws SQLException {
        int collected = 0;
        for (ReleasedRows.Released released : due) {
            if (ReleasedRows.forget(tx, released, before)) {
                Optional<ContentRows.Removed> removed = ContentRows.removeUnused(tx, released.contentId());
                if (removed.isPresent()) {
                    PackRows.die(tx, removed.get().packId(), removed.get().length());
                    collected++;
                }
            }
        }
        return collected;
    }
}
