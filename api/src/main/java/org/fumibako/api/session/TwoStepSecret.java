// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

/**
 * What an authenticator app needs; it counts once a code of it was sent.
 *
 * @param secret in Base32, for typing
 * @param uri for a QR code
 */
record TwoStepSecret(String secret, String uri) {
    /** Neither. */
    @Override
    public String toString() {
        return "a secret";
    }
}
