// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.EnhancedStatus;
import org.fumibako.model.SmtpReply;

/**
 * One attempt for one recipient and its end.
 *
 * @param server {@code name[address]:port}, empty when none was reached
 * @param tls how the connection was protected, empty when it was not
 * @param status the server's enhanced code, or ours for what happened (RFC 3463)
 * @param reply the server's own words, empty when it said nothing
 * @param words what happened, in one line, for people
 */
public record QueueAttempt(
        Instant at, String server, String tls, EnhancedStatus status, Optional<SmtpReply> reply, String words) {
    /** Characters kept of a server's words; a longer reply says nothing more to anybody. */
    public static final int MAX_WORDS = 2_000;

    public QueueAttempt {
        reply = reply.map(said -> new SmtpReply(said.code(), said.status(), cut(said.text())));
        words = cut(words);
    }

    /** The server's reply, or one that says in its place what happened. */
    public SmtpReply outcome() {
        return reply.orElseGet(() -> new SmtpReply(
                switch (status.statusClass()) {
                    case 2 -> 250;
                    case 4 -> 451;
                    default -> 554;
                },
                Optional.of(status),
                words));
    }

    private static String cut(String text) {
        return text.length() > MAX_WORDS ? text.substring(0, MAX_WORDS) : text;
    }
}
