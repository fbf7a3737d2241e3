// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

/** A code of the authenticator app, or a recovery code. */
record CodeRequest(String code) {
    /** Not the code. */
    @Override
    public String toString() {
        return "a code";
    }
}
