// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.fumibako.registry.Changes;
import org.fumibako.registry.Sql;

/** A {@link Greylist} in the database, so that a restart makes nobody wait twice. What is too old, or too much, goes by itself. */
public final class StoredGreylist implements Greylist {
    /** Rows of each table that are kept, some 30 MB; when there are more, the oldest go, and who is forgotten waits once more. */
    static final int MAX_ROWS = 200_000;

    /** New rows after which old ones are looked for; by so many the tables may be larger. */
    private static final int ROWS_BETWEEN = 10_000;

    private static final Duration TIME_BETWEEN = Duration.ofHours(1);

    /** How exactly it is known when a network was last seen, which saves writing with each message. */
    private static final Duration EXACT = Duration.ofDays(1);

    private final Changes changes;
    private final int most;
    private final AtomicInteger added = new AtomicInteger();
    private final AtomicLong pruned = new AtomicLong();

    public StoredGreylist(Changes changes) {
        this(changes, MAX_ROWS);
    }

    StoredGreylist(Changes changes, int most) {
        this.changes = changes;
        this.most = most;
    }

    @Override
    public Answer meet(String network, String letter, Instant now) {
        Optional<Instant> seen = changes.read(connection -> Sql.first(
                connection,
                row -> Instant.ofEpochMilli(row.getLong(1)),
                "SELECT seen FROM greylist_network WHERE network = ?",
                network));
        if (seen.isPresent() && seen.get().isAfter(now.minus(KNOWN_FOR))) {
            if (seen.get().isBefore(now.minus(EXACT))) {
                changes.write(connection -> know(connection, network, now));
            }
            return Answer.PASS;
        }
        Answer answer = changes.write(connection -> unknown(connection, network, letter, now));
        pruneIfDue(now);
        return answer;
    }

    private static Answer unknown(Connection connection, String network, String letter, Instant now)
            throws SQLException {
        Optional<Instant> first = Sql.first(
                connection,
                row -> Instant.ofEpochMilli(row.getLong(1)),
                "SELECT first FROM greylist_letter WHERE letter = ?",
                letter);
        if (first.isEmpty() || first.get().isBefore(now.minus(LONGEST_WAIT))) {
            Sql.update(
                    connection,
                    "INSERT INTO greylist_letter (letter, first) VALUES (?, ?) ON CONFLICT (letter)"
                            + " DO UPDATE SET first = excluded.first",
                    letter,
                    now.toEpochMilli());
            return Answer.WAIT;
        }
        if (first.get().isAfter(now.minus(SHORTEST_WAIT))) {
            return Answer.WAIT;
        }
        Sql.update(connection, "DELETE FROM greylist_letter WHERE letter = ?", letter);
        know(connection, network, now);
        return Answer.PASS;
    }

    private static int know(Connection connection, String network, Instant now) throws SQLException {
        return Sql.update(
                connection,
                "INSERT INTO greylist_network (network, seen) VALUES (?, ?) ON CONFLICT (network)"
                        + " DO UPDATE SET seen = excluded.seen",
                network,
                now.toEpochMilli());
    }

    private void pruneIfDue(Instant now) {
        long last = pruned.get();
        boolean due = added.incrementAndGet() >= ROWS_BETWEEN || now.toEpochMilli() - last >= TIME_BETWEEN.toMillis();
        if (due && pruned.compareAndSet(last, now.toEpochMilli())) {
            added.set(0);
            prune(now);
        }
    }

    /** Takes away what nobody is waited for any more, and the oldest of what is too much. */
    void prune(Instant now) {
        changes.write(connection -> {
            long letters = now.minus(LONGEST_WAIT).toEpochMilli();
            long networks = now.minus(KNOWN_FOR).toEpochMilli();
            return Sql.update(connection, "DELETE FROM greylist_letter WHERE first < ?", letters)
                    + Sql.update(connection, "DELETE FROM greylist_network WHERE seen < ?", networks)
                    + Sql.update(
                            connection,
                            "DELETE FROM greylist_letter WHERE first <= (SELECT first FROM greylist_letter"
                                    + " ORDER BY first DESC LIMIT 1 OFFSET ?)",
                            most)
                    + Sql.update(
                            connection,
                            "DELETE FROM greylist_network WHERE seen <= (SELECT seen FROM greylist_network"
                                    + " ORDER BY seen DESC LIMIT 1 OFFSET ?)",
                            most);
        });
    }
}
