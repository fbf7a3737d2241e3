// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import org.fumibako.model.AccountId;
import org.fumibako.registry.RegistryException.Reason;

/** What the account's row has beside what mail needs: the note for people, and the account's own switch. */
final class AccountNames {
    /** Characters of the note. */
    static final int MAX_NAME = 100;

    private AccountNames() {}

    static void check(String name) {
        if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new RegistryException(
                            Reason.INVALID, "An account's name is at most " + MAX_NAME + " characters on one line.")
                    .as("account-name-invalid", "max", String.valueOf(MAX_NAME));
        }
    }

    static String of(Connection connection, AccountId account) throws SQLException {
        return Sql.first(connection, row -> row.getString(1), "SELECT name FROM account WHERE id = ?", account.value())
                .orElse("");
    }

    static void set(Connection connection, AccountId account, String name) throws SQLException {
        Sql.update(connection, "UPDATE account SET name = ? WHERE id = ?", name, account.value());
    }

    /** Whether the account itself is suspended, whatever its domain is. */
    static boolean suspended(Connection connection, AccountId account) throws SQLException {
        return Sql.exists(connection, "SELECT 1 FROM account WHERE id = ? AND suspended", account.value());
    }
}
