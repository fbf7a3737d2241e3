// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.fumibako.model.EmailAddress;

/** An account and what proves that somebody is its owner. */
record Credentials(Account account, String argon2, ScramText scram) {
    static Optional<Credentials> of(Connection connection, EmailAddress address) throws SQLException {
        Optional<Account> account = Accounts.find(connection, address);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        return Sql.first(
                connection,
                row -> new Credentials(account.get(), row.getString(1), ScramText.parse(row.getString(2))),
                "SELECT password, scram FROM account WHERE id = ?",
                account.get().id().value());
    }

    /** Not the hashes. */
    @Override
    public String toString() {
        return "credentials of " + account.address();
    }
}
