// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import org.jspecify.annotations.Nullable;

/**
 * An account to be added.
 *
 * @param localPart what is before the @
 * @param quotaMegabytes 1 to 20,000; 2,000 when it is missing
 */
record NewAccount(
        String localPart, @Nullable String name, @Nullable Integer quotaMegabytes, String password) {
    /** Not the password. */
    @Override
    public String toString() {
        return "account " + localPart;
    }
}
