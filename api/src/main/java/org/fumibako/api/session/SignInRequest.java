// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

/**
 * Somebody wants in.
 *
 * @param login an operator's or a customer's name, or the whole address of an account
 */
record SignInRequest(String login, String password) {
    /** Not the password. */
    @Override
    public String toString() {
        return "sign-in of " + login;
    }
}
