// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants in.
 *
 * @param code of the second step, where there is one: {@code code-required} asks for it
 * @param login an operator's or a customer's name, or the whole address of an account
 */
record SignInRequest(
        String login, String password, @Nullable String code) {
    /** Not the password. */
    @Override
    public String toString() {
        return "sign-in of " + login;
    }
}
