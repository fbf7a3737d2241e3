// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.BodyType;
import org.fumibako.model.SmtpReply;
import org.fumibako.smtp.server.wire.DataReader;
import org.fumibako.smtp.server.wire.SmtpCommand;

/**
 * BDAT (RFC 3030 §2). A chunk is read to its end whatever the answer is, or the session ends: its octets must never be taken
 * for commands.
 */
final class BdatHandler {
    private static final SmtpReply TOO_MANY_CHUNKS =
            SmtpReply.of(421, "4.7.0", "Too many chunks in one message, closing connection");

    private final SmtpConfig config;
    private final Acceptance acceptance;

    BdatHandler(SmtpConfig config, Acceptance acceptance) {
        this.config = config;
        this.acceptance = acceptance;
    }

    List<SmtpReply> handle(SmtpCommand.Bdat chunk, SessionState state) throws IOException {
        if (chunk.size() > config.limits().swallowed()) {
            state.end();
            return List.of(Replies.TOO_LARGE);
        }
        state.connection().readTimeout(config.limits().dataTimeout());
        Optional<SmtpReply> outOfOrder = outOfOrder(state);
        if (outOfOrder.isPresent() || state.transaction().isEmpty()) {
            read(chunk, OutputStream.nullOutputStream(), state);
            return List.of(outOfOrder.orElse(Replies.NEED_MAIL));
        }
        Transaction transaction = state.transaction().get();
        IncomingMessage message = message(transaction);
        read(chunk, message.text(), state);
        if (message.countChunk() > config.limits().chunks()
                || message.text().size() > config.limits().swallowed()) {
            state.end();
            return List.of(TOO_MANY_CHUNKS);
        }
        return chunk.last() ? last(message, state) : List.of(between(chunk, message));
    }

    private List<SmtpReply> last(IncomingMessage message, SessionState state) throws IOException {
        try {
            return acceptance.decide(message, state);
        } finally {
            state.abort();
        }
    }

    /** A message that is refused stays so for all its chunks; LAST or RSET ends it. */
    private static SmtpReply between(SmtpCommand.Bdat chunk, IncomingMessage message) {
        return message.refusal().orElseGet(() -> SmtpReply.of(250, "2.0.0", chunk.size() + " octets received"));
    }

    private IncomingMessage message(Transaction transaction) {
        if (transaction.chunked().isPresent()) {
            return transaction.chunked().get();
        }
        boolean binary = transaction.parameters().body() == BodyType.BINARY;
        // The transaction closes it.
        IncomingMessage message =
                new IncomingMessage(config.spool(), config.limits().message().bytes(), binary);
        transaction.beginChunks(message);
        return message;
    }

    private void read(SmtpCommand.Bdat chunk, OutputStream sink, SessionState state) throws IOException {
        Pace pace = new Pace(System::nanoTime, config.limits());
        new DataReader(state.connection().in()).readChunk(chunk.size(), sink, pace::received);
    }

    private static Optional<SmtpReply> outOfOrder(SessionState state) {
        if (state.transaction().isEmpty()) {
            return Optional.of(Replies.NEED_MAIL);
        }
        return state.transaction().get().count() == 0 ? Optional.of(Replies.NEED_RECIPIENT) : Optional.empty();
    }
}
