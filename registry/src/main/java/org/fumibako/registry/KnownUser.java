// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.Optional;
import org.fumibako.model.AccountId;

/** Somebody who could be the one that signs in, and what proves it. */
sealed interface KnownUser permits Credentials, LoginCredentials {
    /** A PHC string. */
    String argon2();

    /** Where the places are kept from which the owner has signed in. */
    Places places();

    /** Within {@link #places()}. */
    long id();

    /** The account, when it is one's owner. */
    Optional<AccountId> accountId();

    /** A table of peers, and its column that says whose. */
    enum Places {
        ACCOUNTS("known_peer", "account_id"),
        LOGINS("known_login_peer", "login_id");

        private final String table;
        private final String owner;

        Places(String table, String owner) {
            this.table = table;
            this.owner = owner;
        }

        String table() {
            return table;
        }

        String owner() {
            return owner;
        }
    }
}
