// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.fumibako.registry.SignInLimits.Limit;

/**
 * Stops those who guess passwords, and not those who merely live with one. From a peer where the account's owner has signed
 * in before, neither the failures there or around it nor the account's keep anybody out: attempts become slow, no more.
 */
final class Guessing {
    /** What an attempt may do. */
    sealed interface Verdict {
        record Free() implements Verdict {}

        /** Wait first. */
        record Slow(Duration pause) implements Verdict {}

        record Stopped(Duration delay) implements Verdict {}
    }

    /** Failures between two removals of windows that are over. */
    private static final long EXPIRE_EVERY = 500;

    /** How often {@code seen} is renewed; the panel shows it as the last sign-in. */
    private static final Duration RENEWAL = Duration.ofHours(1);

    /** How long a peer stays known. */
    private static final Duration MEMORY = Duration.ofDays(90);

    private final Changes changes;
    private final SignInLimits limits;
    private final AtomicLong failures = new AtomicLong();

    Guessing(Changes changes, SignInLimits limits) {
        this.changes = changes;
        this.limits = limits;
    }

    Verdict judge(Attempt attempt) {
        return changes.read(connection -> judge(connection, attempt));
    }

    private Verdict judge(Connection connection, Attempt attempt) throws SQLException {
        long now = changes.now();
        if (isKnown(connection, attempt)) {
            return FailureTable.delay(connection, pair(attempt), limits.knownPeer(), now)
                            .isPresent()
                    ? new Verdict.Slow(limits.slowness())
                    : new Verdict.Free();
        }
        Duration longest = Duration.ZERO;
        for (Map.Entry<String, Limit> counted : counted(attempt).entrySet()) {
            Optional<Duration> delay = FailureTable.delay(connection, counted.getKey(), counted.getValue(), now);
            longest = longer(longest, delay.orElse(Duration.ZERO));
        }
        return longest.isZero() ? new Verdict.Free() : new Verdict.Stopped(longest);
    }

    void failed(Attempt attempt) {
        changes.write(connection -> {
            long now = changes.now();
            Map<String, Limit> counted = counted(attempt);
            if (isKnown(connection, attempt)) {
                FailureTable.count(connection, pair(attempt), limits.knownPeer(), now);
                counted.remove(login(attempt));
            }
            for (Map.Entry<String, Limit> subject : counted.entrySet()) {
                FailureTable.count(connection, subject.getKey(), subject.getValue(), now);
            }
            if (failures.incrementAndGet() % EXPIRE_EVERY == 0) {
                FailureTable.expire(connection, now - limits.longestWindow().toMillis());
            }
            return true;
        });
    }

    /** What an attempt's failure is counted for, always in the same order, so that two at once never wait for each other. */
    private Map<String, Limit> counted(Attempt attempt) {
        Map<String, Limit> counted = new LinkedHashMap<>();
        counted.put(login(attempt), limits.login());
        attempt.network().ifPresent(network -> counted.put("network " + network, limits.network()));
        attempt.peer().ifPresent(peer -> counted.put("peer " + peer, limits.peer()));
        return counted;
    }

    /** Makes the peer known, and ends the owner's own failures there. */
    void succeeded(Attempt attempt, KnownUser user) {
        if (attempt.peer().isEmpty()) {
            return;
        }
        String peer = attempt.peer().get();
        long renewed = changes.now() - RENEWAL.toMillis();
        boolean settled = changes.read(connection ->
                seen(connection, user, peer) > renewed && !FailureTable.counts(connection, pair(attempt)));
        if (!settled) {
            changes.write(connection -> {
                remember(connection, user, peer);
                FailureTable.forget(connection, pair(attempt));
                return true;
            });
        }
    }

    private void remember(Connection connection, KnownUser user, String peer) throws SQLException {
        String table = user.places().table();
        String owner = user.places().owner();
        Sql.update(
                connection,
                "INSERT INTO " + table + " (" + owner + ", peer, seen, known_since) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (" + owner + ", peer) DO UPDATE SET seen = excluded.seen",
                user.id(),
                peer,
                changes.now(),
                changes.now());
        Sql.update(
                connection,
                "DELETE FROM " + table + " WHERE " + owner + " = ? AND seen < ?",
                user.id(),
                changes.now() - MEMORY.toMillis());
    }

    private boolean isKnown(Connection connection, Attempt attempt) throws SQLException {
        if (attempt.peer().isEmpty()) {
            return false;
        }
        String peer = attempt.peer().get();
        // An unknown login asks the same question, so that it takes as long.
        long seen = attempt.user().isPresent()
                ? seen(connection, attempt.user().get(), peer)
                : seen(connection, KnownUser.Places.ACCOUNTS, 0, peer);
        return seen > changes.now() - MEMORY.toMillis();
    }

    private static long seen(Connection connection, KnownUser user, String peer) throws SQLException {
        return seen(connection, user.places(), user.id(), peer);
    }

    private static long seen(Connection connection, KnownUser.Places places, long id, String peer) throws SQLException {
        return Sql.number(
                connection,
                "SELECT seen FROM " + places.table() + " WHERE " + places.owner() + " = ? AND peer = ?",
                id,
                peer);
    }

    private static String login(Attempt attempt) {
        return "login " + attempt.key();
    }

    private static String pair(Attempt attempt) {
        return "login " + attempt.key() + " at " + attempt.peer().orElse("");
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
