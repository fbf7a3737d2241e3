// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import org.fumibako.model.SmtpReply;

/** A command line that is not a command we can carry out; {@link #reply} says to the peer why. */
public final class SmtpSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    // SmtpReply is not serializable, and nobody serializes this.
    private final transient SmtpReply reply;

    SmtpSyntaxException(int code, String status, String text) {
        super(text, null, false, false);
        this.reply = SmtpReply.of(code, status, text);
    }

    public SmtpReply reply() {
        return reply;
    }
}
