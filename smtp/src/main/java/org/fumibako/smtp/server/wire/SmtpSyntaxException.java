// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import org.fumibako.model.SmtpReply;

/** A command line that is not a command we can carry out; {@link #reply} says to the peer why. */
public final class SmtpSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    // SmtpReply is not serializable, and nobody serializes this.
    private final transient SmtpReply reply;

    private final boolean endsSession;

    SmtpSyntaxException(int code, String status, String text) {
        this(SmtpReply.of(code, status, text), false);
    }

    private SmtpSyntaxException(SmtpReply reply, boolean endsSession) {
        super(reply.text(), null, false, false);
        this.reply = reply;
        this.endsSession = endsSession;
    }

    SmtpSyntaxException thatEndsTheSession() {
        return new SmtpSyntaxException(reply, true);
    }

    /** Whether what follows on the connection cannot be understood any more. */
    public boolean endsSession() {
        return endsSession;
    }

    public SmtpReply reply() {
        return reply;
    }
}
