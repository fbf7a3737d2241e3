// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.wire;

/** What was sent is no command; the message is for the person at the client. */
public final class Pop3SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    public Pop3SyntaxException(String text) {
        super(text);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
