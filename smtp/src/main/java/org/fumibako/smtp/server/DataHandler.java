// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.BodyType;
import org.fumibako.model.SmtpReply;
import org.fumibako.smtp.server.wire.DataReader;
import org.fumibako.smtp.server.wire.ReplyWriter;
import org.fumibako.smtp.server.wire.TextFault;

/** DATA (RFC 5321 §4.1.1.4). */
final class DataHandler {
    private static final SmtpReply GO_ON = SmtpReply.of(354, "End data with <CR><LF>.<CR><LF>");
    private static final SmtpReply BINARY =
            SmtpReply.of(503, "5.5.1", "A BINARYMIME message comes with BDAT, not with DATA");

    private final SmtpConfig config;
    private final Acceptance acceptance;

    DataHandler(SmtpConfig config, Acceptance acceptance) {
        this.config = config;
        this.acceptance = acceptance;
    }

    List<SmtpReply> handle(SessionState state, ReplyWriter replies) throws IOException {
        Optional<SmtpReply> outOfOrder = outOfOrder(state);
        if (outOfOrder.isPresent()) {
            return List.of(outOfOrder.get());
        }
        replies.write(GO_ON);
        state.connection().out().flush();
        state.connection().readTimeout(config.limits().dataTimeout());
        try (IncomingMessage message =
                new IncomingMessage(config.spool(), config.limits().message().bytes(), false)) {
            Pace pace = new Pace(System::nanoTime, config.limits());
            new DataReader(state.connection().in()).readData(message.text(), pace::received);
            List<SmtpReply> answers = acceptance.decide(message, state);
            if (message.text().fault().equals(Optional.of(TextFault.BARE_LINE_END))) {
                // The peer has another notion of a line, and so perhaps of where its message ends: what follows is not
                // to be believed.
                state.end();
            }
            return answers;
        } finally {
            state.abort();
        }
    }

    private static Optional<SmtpReply> outOfOrder(SessionState state) {
        if (state.transaction().isEmpty()) {
            return Optional.of(Replies.NEED_MAIL);
        }
        Transaction transaction = state.transaction().get();
        if (transaction.chunked().isPresent()) {
            return Optional.of(Replies.IN_CHUNKS);
        }
        if (transaction.count() == 0) {
            return Optional.of(Replies.NEED_RECIPIENT);
        }
        // RFC 3030 §3.
        return transaction.parameters().body() == BodyType.BINARY ? Optional.of(BINARY) : Optional.empty();
    }
}
