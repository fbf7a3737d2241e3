// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import org.jspecify.annotations.Nullable;

/**
 * A customer to be added; it signs in to nothing before it has a password.
 *
 * @param login 1 to 64 of {@code a-z 0-9 . _ -}
 * @param plan standard when it is missing
 * @param password what it signs in to the panel with, if it shall
 */
record NewCustomer(
        String login,
        String name,
        @Nullable String plan,
        @Nullable String password) {
    /** Not the password. */
    @Override
    public String toString() {
        return "customer " + login;
    }
}
