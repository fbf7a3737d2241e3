// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.model.SmtpReply;
import org.fumibako.smtp.server.wire.ReplyWriter;

/** STARTTLS (RFC 3207 §4). */
final class StartTlsHandler {
    private static final SmtpReply READY = SmtpReply.of(220, "2.0.0", "Ready to start TLS");
    private static final SmtpReply ALREADY = SmtpReply.of(503, "5.5.1", "TLS is on already");

    /** A reply to give in clear; empty when the session goes on under TLS, where the client speaks next. */
    Optional<SmtpReply> handle(SessionState state, ReplyWriter replies) throws IOException {
        if (state.connection().secure()) {
            return Optional.of(ALREADY);
        }
        if (!state.connection().tlsAvailable()) {
            return Optional.of(Replies.NOT_OFFERED);
        }
        if (state.greeting().isEmpty()) {
            return Optional.of(Replies.NEED_GREETING);
        }
        if (state.transaction().isPresent()) {
            return Optional.of(Replies.IN_TRANSACTION);
        }
        replies.write(READY);
        state.connection().startTls();
        state.secured();
        return Optional.empty();
    }
}
