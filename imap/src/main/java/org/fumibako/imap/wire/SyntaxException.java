// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

/** The command is not one of the grammar, or too large for it: {@code BAD} (RFC 9051 §7.1.3). */
public final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String text;

    public SyntaxException(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    /** For the client. */
    public String text() {
        return text;
    }
}
