// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.Optional;
import org.fumibako.model.AccountId;

/** A login of the panel and what proves that somebody is its owner. */
record LoginCredentials(Principal principal, long id, String argon2) implements KnownUser {
    @Override
    public Places places() {
        return Places.LOGINS;
    }

    @Override
    public Optional<AccountId> accountId() {
        return Optional.empty();
    }

    /** Not the hash. */
    @Override
    public String toString() {
        return "credentials of " + principal.login();
    }
}
