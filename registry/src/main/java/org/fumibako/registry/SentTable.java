// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.registry.Sending.Exceeded;
import org.fumibako.registry.Sending.Used;
import org.fumibako.registry.Sending.Whose;

/** Recipients of sent mail, in slots of five minutes; a window is the slots that it touches. */
final class SentTable {
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    private static final long SLOT_MILLIS = Duration.ofMinutes(5).toMillis();

    private SentTable() {}

    /** The slot of a moment in milliseconds since 1970. */
    static long slot(long millis) {
        return Math.floorDiv(millis, SLOT_MILLIS);
    }

    static String subject(Account account, Whose whose) {
        return switch (whose) {
            case ACCOUNT -> "account " + account.id().value();
            case CUSTOMER -> "customer " + account.customer().value();
        };
    }

    static Used used(Connection connection, String subject, long slot) throws SQLException {
        return Sql.first(
                        connection,
                        row -> new Used(row.getLong(1), row.getLong(2)),
                        "SELECT sum(CASE WHEN slot >= ? THEN recipients ELSE 0 END), sum(recipients) FROM sent_count"
                                + " WHERE subject = ? AND slot >= ?",
                        slot - slots(HOUR),
                        subject,
                        slot - slots(DAY))
                .orElse(new Used(0, 0));
    }

    static void add(Connection connection, String subject, long slot, long recipients) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO sent_count (subject, slot, recipients) VALUES (?, ?, ?) ON CONFLICT (subject, slot)"
                        + " DO UPDATE SET recipients = sent_count.recipients + excluded.recipients",
                subject,
                slot,
                recipients);
    }

    /** Takes what no window touches any more together in days, and removes it. */
    static void expire(Connection connection, long slot) throws SQLException {
        long oldest = slot - slots(DAY);
        Sql.update(
                connection,
                "INSERT INTO sent_day (subject, day, recipients) SELECT subject, slot / " + slots(DAY)
                        + ", sum(recipients) FROM sent_count WHERE slot < ? GROUP BY subject, slot / " + slots(DAY)
                        + " ON CONFLICT (subject, day) DO UPDATE"
                        + " SET recipients = sent_day.recipients + excluded.recipients",
                oldest);
        Sql.update(connection, "DELETE FROM sent_count WHERE slot < ?", oldest);
        Sql.update(connection, "DELETE FROM sent_day WHERE day < ?", slot / slots(DAY) - SendingHabits.MEMORY.toDays());
    }

    /** The limit that {@code recipients} more would pass. */
    static Optional<Exceeded> exceeded(Whose whose, SendingRate rate, Used used, long recipients) {
        if (isOver(used.hour() + recipients, rate.perHour())) {
            return Optional.of(new Exceeded(whose, HOUR, rate.perHour().getAsLong()));
        }
        return isOver(used.day() + recipients, rate.perDay())
                ? Optional.of(new Exceeded(whose, DAY, rate.perDay().getAsLong()))
                : Optional.empty();
    }

    private static boolean isOver(long recipients, OptionalLong limit) {
        return limit.isPresent() && recipients > limit.getAsLong();
    }

    private static long slots(Duration window) {
        return window.toMillis() / SLOT_MILLIS;
    }
}
