// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;

/** An address is an account or an alias, never both. */
final class Addresses {
    private Addresses() {}

    static void requireFree(Connection connection, EmailAddress address) throws SQLException {
        if (Sql.exists(connection, "SELECT 1 FROM account WHERE address_key = ?", address.key())) {
            throw new RegistryException(Reason.ALREADY_EXISTS, "There is an account " + address + " already.")
                    .as("account-exists", "address", address.toString());
        }
        if (Sql.exists(connection, "SELECT 1 FROM alias WHERE address_key = ?", address.key())) {
            throw new RegistryException(Reason.ALREADY_EXISTS, "There is an alias " + address + " already.")
                    .as("alias-exists", "address", address.toString());
        }
    }
}
