// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import org.jspecify.annotations.Nullable;

/**
 * A new password.
 *
 * @param current what it was; the account's own owner has to know it
 */
record NewPassword(String password, @Nullable String current) {
    /** Neither. */
    @Override
    public String toString() {
        return "a password";
    }
}
