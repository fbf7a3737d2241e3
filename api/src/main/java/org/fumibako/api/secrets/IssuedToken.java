// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

/**
 * An API token that was just made.
 *
 * @param secret goes into {@code Authorization: Bearer}; nobody sees it again
 */
record IssuedToken(TokenView token, String secret) {
    /** Not the token. */
    @Override
    public String toString() {
        return "issued " + token.name();
    }
}
