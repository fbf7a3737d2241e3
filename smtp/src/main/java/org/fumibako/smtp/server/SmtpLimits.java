// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.time.Duration;
import org.fumibako.model.ByteSize;

/**
 * The bounds of a session.
 *
 * @param message the largest message, as announced in SIZE
 * @param recipients in one transaction; RFC 5321 §4.5.3.1.8 asks for 100 at least
 * @param errors permanent refusals of anything but a recipient before the session ends
 * @param refusedRecipients after so many the peer is guessing names, and the session ends
 * @param idleCommands commands without a message coming of them
 * @param chunks BDAT commands in one message
 * @param commandTimeout how long a command may take to arrive (RFC 5321 §4.5.3.2.7)
 * @param dataTimeout how long a pause in a message may be (RFC 5321 §4.5.3.2.5)
 * @param dataGrace how long a message may take whatever its size; beyond it {@code dataRate} is due
 * @param dataRate octets a second that a message has to come with on average
 * @param session how long a session may last in all
 */
public record SmtpLimits(
        ByteSize message,
        int recipients,
        int errors,
        int refusedRecipients,
        int idleCommands,
        int chunks,
        Duration commandTimeout,
        Duration dataTimeout,
        Duration dataGrace,
        long dataRate,
        Duration session) {
    /** What suits the open Internet. */
    public static final SmtpLimits DEFAULT = new SmtpLimits(
            ByteSize.ofMegabytes(100),
            1_000,
            50,
            100,
            2_500,
            50_000,
            Duration.ofMinutes(5),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            8 * 1024,
            Duration.ofHours(12));

    /** Octets of a message kept in memory before a temporary file takes over: nearly all mail, and little times many. */
    static final int MEMORY = 256 * 1024;

    public SmtpLimits {
        if (recipients < 100 || errors < 1 || refusedRecipients < 1 || idleCommands < 1 || chunks < 1 || dataRate < 1) {
            throw new IllegalArgumentException("limits out of range");
        }
    }

    /** Another largest message. */
    public SmtpLimits withMessage(ByteSize largest) {
        return new SmtpLimits(
                largest,
                recipients,
                errors,
                refusedRecipients,
                idleCommands,
                chunks,
                commandTimeout,
                dataTimeout,
                dataGrace,
                dataRate,
                session);
    }

    /** Other bounds in time. */
    public SmtpLimits withTimes(Duration command, Duration data, Duration grace, Duration wholeSession) {
        return new SmtpLimits(
                message,
                recipients,
                errors,
                refusedRecipients,
                idleCommands,
                chunks,
                command,
                data,
                grace,
                dataRate,
                wholeSession);
    }

    /**
     * Octets of one message that are read at most, kept or not. A sender that overruns the announced size gets its answer after
     * the end of the data; one that overruns this is cut off.
     */
    long swallowed() {
        return 2 * message.bytes() + MEMORY;
    }
}
