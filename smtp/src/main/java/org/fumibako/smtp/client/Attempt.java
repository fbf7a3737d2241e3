// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.Optional;
import org.fumibako.model.EnhancedStatus;
import org.fumibako.model.SmtpReply;

/**
 * One thing that was tried, and its end: evidence for the journal, the owner of the queue, and the notification.
 *
 * @param host the server, empty when it did not come so far
 * @param stage where it ended
 * @param status the server's enhanced code, or ours for what happened (RFC 3463)
 * @param reply the server's own words, empty when it said nothing
 * @param words what happened, in one line of ASCII without control characters, for people
 */
public record Attempt(
        Optional<RemoteHost> host, Stage stage, EnhancedStatus status, Optional<SmtpReply> reply, String words) {

    /** A server's reply that ends an attempt. */
    public static Attempt replied(RemoteHost host, Stage stage, SmtpReply reply) {
        EnhancedStatus status = reply.status().orElseGet(() -> EnhancedStatus.of(reply.code() / 100 + ".0.0"));
        return new Attempt(
                Optional.of(host),
                stage,
                status,
                Optional.of(reply),
                reply.toString().replace('\n', ' '));
    }

    /** A reply that does not mean what its code says, or that we do not take at its word: it counts as {@code status}. */
    static Attempt later(RemoteHost host, Stage stage, String status, SmtpReply reply) {
        String words = reply.toString().replace('\n', ' ');
        return new Attempt(Optional.of(host), stage, EnhancedStatus.of(status), Optional.of(reply), words);
    }

    /** An attempt that ended without a reply to it. */
    public static Attempt failed(Optional<RemoteHost> host, Stage stage, String status, String words) {
        return new Attempt(host, stage, EnhancedStatus.of(status), Optional.empty(), words);
    }

    /** Whether the server said nothing at all, not even a greeting. */
    boolean silence() {
        return (stage == Stage.CONNECT || stage == Stage.GREETING) && reply.isEmpty();
    }

    /** Whether a kept connection turned out to be closed: the server said no word, or only goodbye, about this message. */
    boolean goneBeforeMail() {
        return stage == Stage.MAIL && reply.map(last -> last.code() == 421).orElse(true);
    }
}
