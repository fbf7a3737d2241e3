// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

/** The command is not one of the grammar, or too large for it: {@code BAD} (RFC 9051 §7.1.3). The message is for the client. */
public final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    public SyntaxException(String message) {
        super(message, null, false, false);
    }
}
