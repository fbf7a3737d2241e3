// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;

/**
 * Accounts that somebody else seems to use: until they are released they send to few recipients, whatever their plan allows. In the
 * database, so a restart changes nothing. Safe for any number of threads.
 */
public final class Pacing {
    /** Recipients an hour of a paced account: a person can answer mail, and a list of strangers' addresses is worth nothing. */
    public static final long PER_HOUR = 20;

    private static final String SELECT = "SELECT " + Accounts.COLUMNS + ", paced, paced_why" + Accounts.FROM;

    private final Changes changes;

    Pacing(Changes changes) {
        this.changes = changes;
    }

    /**
     * How long an owner has to have signed in from a place for it to stay known when the account is slowed down: a thief's first day
     * does not count, so that whoever guesses from there is stopped like any stranger.
     */
    public static final Duration KNOWN_AFTER = Duration.ofDays(1);

    /** Slows an account down; false when it was slow already, or is gone. */
    public boolean pace(Account account, String why, Origin by) {
        if (of(account.id()).isPresent()) {
            return false;
        }
        return changes.make(by, connection -> {
            int paced = Sql.update(
                    connection,
                    "UPDATE account SET paced = ?, paced_why = ? WHERE id = ? AND paced IS NULL",
                    changes.now(),
                    why,
                    account.id().value());
            Sql.update(
                    connection,
                    "DELETE FROM known_peer WHERE account_id = ? AND known_since > ?",
                    account.id().value(),
                    changes.now() - KNOWN_AFTER.toMillis());
            return new Changes.Done<>(
                    paced == 1,
                    Optional.of(account.id()),
                    "account " + account.address() + " may send to " + PER_HOUR + " recipients an hour: " + why);
        });
    }

    /** Lets an account send as before; what it sent until now is never held against it again. */
    public Account release(EmailAddress address, Origin by) {
        return changes.make(by, connection -> {
            Account account = Accounts.require(connection, address);
            int released = Sql.update(
                    connection,
                    "UPDATE account SET paced = NULL, paced_why = NULL, watched_from = ? WHERE id = ?"
                            + " AND paced IS NOT NULL",
                    changes.now(),
                    account.id().value());
            if (released == 0) {
                throw RegistryException.notFound("account " + address + " that was slowed down");
            }
            return Changes.Done.of(account, "account " + address + " may send as before");
        });
    }

    /** The accounts that are slow, the longest first. */
    public List<Paced> list() {
        return changes.read(connection ->
                Sql.list(connection, Pacing::paced, SELECT + " WHERE paced IS NOT NULL ORDER BY paced, account.id"));
    }

    /** Why an account is slow; empty when it is not. */
    public Optional<Paced> of(AccountId account) {
        return changes.read(connection -> Sql.first(
                connection, Pacing::paced, SELECT + " WHERE account.id = ? AND paced IS NOT NULL", account.value()));
    }

    /** What an account may send now. */
    static SendingRate rate(Connection connection, AccountId account) throws SQLException {
        return Sql.first(
                        connection,
                        Pacing::rate,
                        "SELECT messages_per_hour, messages_per_day, paced FROM account WHERE id = ?",
                        account.value())
                .orElse(SendingRate.UNLIMITED);
    }

    private static SendingRate rate(ResultSet row) throws SQLException {
        SendingRate own = new SendingRate(Accounts.optional(row, 1), Accounts.optional(row, 2));
        return Accounts.optional(row, 3).isPresent()
                ? new SendingRate(
                        OptionalLong.of(Math.min(PER_HOUR, own.perHour().orElse(PER_HOUR))), own.perDay())
                : own;
    }

    private static Paced paced(ResultSet row) throws SQLException {
        return new Paced(Accounts.account(row), Instant.ofEpochMilli(row.getLong(7)), row.getString(8));
    }
}
