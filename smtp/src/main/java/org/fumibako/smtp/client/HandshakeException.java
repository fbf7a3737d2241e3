// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

/** TLS could not be begun, although the server offers it. */
final class HandshakeException extends DialogueException {
    private static final long serialVersionUID = 1;

    HandshakeException(DialogueException cause) {
        super(cause.attempt());
    }
}
