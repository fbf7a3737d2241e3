// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.wire;

/** What was read is no command; the text is for the person at the client. */
public final class CommandSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean fatal;

    CommandSyntaxException(String text, boolean fatal) {
        super(text);
        this.fatal = fatal;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    /** Whether nobody can tell where the next command begins. */
    public boolean fatal() {
        return fatal;
    }
}
