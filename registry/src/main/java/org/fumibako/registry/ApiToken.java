// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a program signs in to the API with, in its owner's name; the token itself is known to the program alone.
 *
 * @param name what its owner calls it, 1 to {@link #MAX_NAME} characters on one line
 * @param lastUse empty when it was never used
 */
public record ApiToken(long id, String name, Set<TokenScope> scopes, Instant created, Optional<LastUse> lastUse) {
    /** Characters of a name: it is shown in one line of a phone. */
    public static final int MAX_NAME = 60;

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /** @param peer an address as text; empty when it is not known. To the minute */
    public record LastUse(Instant at, String peer) {}

    /** One that was just made; {@code token} is nowhere else. */
    public record Issued(ApiToken apiToken, String token) {
        /** Not the token. */
        @Override
        public String toString() {
            return "issued " + apiToken.name();
        }
    }

    /** Whose it is, when a program shows one that is good. */
    public record Bearer(Principal principal, String name, Set<TokenScope> scopes) {
        public Bearer {
            scopes = Set.copyOf(scopes);
        }

        /** {@code customer demo by token Staff directory}: no login has a space in it. */
        public String actor() {
            return principal.actor() + " by token " + name;
        }

        public boolean may(TokenScope wanted) {
            return scopes.stream().anyMatch(scope -> scope.covers(wanted));
        }
    }
}
