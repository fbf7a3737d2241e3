// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;

/**
 * An account and what proves that somebody is its owner.
 *
 * @param passwordChanged milliseconds since 1970
 */
record Credentials(Account account, String argon2, ScramText scram, long passwordChanged) implements KnownUser {
    private static final String SELECT = "SELECT " + Accounts.COLUMNS
            + ", account.password, account.scram, account.password_changed"
            + Accounts.FROM + " WHERE address_key = ?";

    static Optional<Credentials> of(Connection connection, EmailAddress address) throws SQLException {
        // One statement, so that an account that is there takes no more of them than one that is not.
        return Sql.first(
                connection,
                row -> new Credentials(
                        Accounts.account(row), row.getString(7), ScramText.parse(row.getString(8)), row.getLong(9)),
                SELECT,
                address.key());
    }

    @Override
    public Places places() {
        return Places.ACCOUNTS;
    }

    @Override
    public long id() {
        return account.id().value();
    }

    @Override
    public Optional<AccountId> accountId() {
        return Optional.of(account.id());
    }

    /** Whether nothing has happened to the account since that would have ended the session of who signed in then. */
    static boolean stillStand(Connection connection, Authenticator.SignIn.Granted granted) throws SQLException {
        boolean account = Sql.first(
                        connection,
                        row -> !row.getBoolean(6) && row.getLong(7) == granted.passwordChanged(),
                        "SELECT " + Accounts.COLUMNS + ", account.password_changed" + Accounts.FROM
                                + " WHERE account.id = ? AND account.deleted IS NULL",
                        granted.account().id().value())
                .orElse(false);
        return account
                && (granted.appPassword().isEmpty()
                        || AppPasswordTable.isLive(
                                connection, granted.appPassword().get().id()));
    }

    /** Not the hashes. */
    @Override
    public String toString() {
        return "credentials of " + account.address();
    }
}
