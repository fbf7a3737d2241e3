// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

/**
 * An app password that was just made.
 *
 * @param password nobody sees it again; dashes, spaces and case do not matter when it is typed
 */
record IssuedAppPassword(AppPasswordView appPassword, String password) {
    /** Not the password. */
    @Override
    public String toString() {
        return "issued " + appPassword;
    }
}
