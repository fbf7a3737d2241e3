// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.fumibako.model.SmtpReply;
import org.fumibako.smtp.server.wire.SmtpCommand;

/** Counts what a peer may do only so often, and says when it is enough. */
final class SessionBounds {
    private final SmtpLimits limits;
    private final LongSupplier nanoTime;
    private final long start;
    private int errors;
    private int refusedRecipients;
    private int idleCommands;
    private int messages;

    SessionBounds(SmtpLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** A line that was no command. */
    void countError() {
        errors++;
        idleCommands++;
    }

    /** A command and its reply; {@code messagesSoFar} of the whole session. */
    void count(SmtpCommand command, SmtpReply reply, int messagesSoFar) {
        if (messagesSoFar > messages) {
            messages = messagesSoFar;
            idleCommands = 0;
        } else {
            idleCommands++;
        }
        if (reply.isPermanent()) {
            if (command instanceof SmtpCommand.Rcpt) {
                refusedRecipients++;
            } else {
                errors++;
            }
        }
    }

    /** The last word to a peer that has gone too far. */
    Optional<SmtpReply> exceeded() {
        if (errors >= limits.errors() || refusedRecipients >= limits.refusedRecipients()) {
            return Optional.of(Replies.TOO_MANY_ERRORS);
        }
        if (idleCommands >= limits.idleCommands()) {
            return Optional.of(Replies.TOO_MANY_COMMANDS);
        }
        return nanoTime.getAsLong() - start > limits.session().toNanos()
                ? Optional.of(Replies.TOO_LONG_SESSION)
                : Optional.empty();
    }
}
