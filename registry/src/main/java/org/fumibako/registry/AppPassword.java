// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.journal.Protocol;
import org.fumibako.model.AccountId;

/**
 * A password that one program has for itself; the password cannot be read back.
 *
 * @param name what its owner calls it; no two of an account are the same
 * @param lastUse at most a few minutes old
 */
public record AppPassword(
        long id, AccountId account, String name, AppScope scope, Instant created, Optional<LastUse> lastUse) {
    /** Characters of a name. */
    public static final int MAX_NAME = 60;

    /**
     * When and from where it was used last.
     *
     * @param peer an address, or empty for one that is not known
     */
    public record LastUse(Instant at, String peer, Protocol protocol) {}

    /**
     * One that was just made.
     *
     * @param password to be shown once; dashes, spaces and case do not matter when it is typed
     */
    public record Issued(AppPassword appPassword, String password) {
        /** Not the password. */
        @Override
        public String toString() {
            return "issued " + appPassword;
        }
    }
}
