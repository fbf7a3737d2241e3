// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an account sends now, beside what it is used to. Safe for any number of threads. */
public final class SendingHabits {
    /** How far back habits go: a newsletter may come out once in a quarter of a year. */
    static final Duration MEMORY = Duration.ofDays(100);

    private final Changes changes;

    SendingHabits(Changes changes) {
        this.changes = changes;
    }

    /**
     * The habits of one account.
     *
     * @param hour recipients of the past hour, up to five minutes more
     * @param peak recipients of the busiest day, today not counted; 0 without one
     * @param days on how many days it has sent
     * @param places where its owner has signed in, by address or IPv6 prefix, and since when
     * @param watchedFrom what was sent before is settled
     */
    public record Habits(long hour, long peak, long days, List<Place> places, Instant watchedFrom) {
        public Habits {
            places = List.copyOf(places);
        }

        /** Since when sign-ins come from the peer of an {@link Attempt}; empty when it is a stranger. */
        public Optional<Instant> since(String peer) {
            return places.stream()
                    .filter(place -> place.peer().equals(peer))
                    .map(Place::since)
                    .findFirst();
        }
    }

    /** A peer as {@link SignInPeer} names it. */
    public record Place(String peer, Instant since) {}

    /** The habits of an account now. */
    public Habits of(Account account) {
        return changes.read(connection -> {
            long watched = Sql.number(
                    connection,
                    "SELECT watched_from FROM account WHERE id = ?",
                    account.id().value());
            String subject = SentTable.subject(account, Sending.Whose.ACCOUNT);
            // The slot of the release itself is given to what came before it.
            long slot =
                    Math.max(SentTable.slot(changes.now() - SentTable.HOUR.toMillis()), SentTable.slot(watched) + 1);
            long hour = Sql.number(
                    connection,
                    "SELECT sum(recipients) FROM sent_count WHERE subject = ? AND slot >= ?",
                    subject,
                    slot);
            long peak = Sql.number(connection, "SELECT max(recipients) FROM sent_day WHERE subject = ?", subject);
            long days = Sql.number(connection, "SELECT count(*) FROM sent_day WHERE subject = ?", subject);
            List<Place> places = Sql.list(
                    connection,
                    row -> new Place(row.getString(1), Instant.ofEpochMilli(row.getLong(2))),
                    "SELECT peer, known_since FROM known_peer WHERE account_id = ?",
                    account.id().value());
            return new Habits(hour, peak, days, places, Instant.ofEpochMilli(watched));
        });
    }
}
