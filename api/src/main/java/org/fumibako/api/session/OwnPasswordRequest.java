// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

/** A new password, and the one it replaces. */
record OwnPasswordRequest(String current, String password) {
    /** Neither. */
    @Override
    public String toString() {
        return "a new password";
    }
}
