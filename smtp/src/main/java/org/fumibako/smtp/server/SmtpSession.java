// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.BareLineEndingException;
import org.fumibako.net.Connection;
import org.fumibako.net.LineTooLongException;
import org.fumibako.smtp.server.wire.ReplyWriter;
import org.fumibako.smtp.server.wire.SmtpCommand;
import org.fumibako.smtp.server.wire.SmtpCommandReader;
import org.fumibako.smtp.server.wire.SmtpLine;
import org.fumibako.smtp.server.wire.SmtpSyntaxException;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One peer's dialogue, from the banner to the end, on the thread of its connection. */
final class SmtpSession {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpSession.class);

    private final Connection connection;
    private final SmtpConfig config;
    private final Handlers handlers;
    private final SessionState state;
    private final SessionBounds bounds;
    private final ReplyWriter replies;

    SmtpSession(Connection connection, SmtpConfig config, Handlers handlers) {
        this.connection = connection;
        this.config = config;
        this.handlers = handlers;
        this.state = new SessionState(connection, config.service());
        this.bounds = new SessionBounds(config.limits(), System::nanoTime);
        this.replies = new ReplyWriter(connection.out());
    }

    void run() throws IOException {
        try {
            replies.write(handlers.banner());
            while (!state.ended()) {
                turn();
            }
            connection.out().flush();
        } finally {
            state.abort();
        }
    }

    /** One command and its replies, or one reason to go on or to stop. */
    private void turn() throws IOException {
        if (!connection.in().buffered()) {
            // One write for all the replies of a pipelined group (RFC 2920 §3.2).
            connection.out().flush();
        }
        try {
            connection.readTimeout(config.limits().commandTimeout());
            byte[] line =
                    connection.in().readLine(config.service().submits() ? SmtpLine.MAX_AUTH : SmtpLine.MAX_COMMAND);
            if (line == null) {
                peerLeft();
            } else {
                execute(SmtpCommandReader.read(line));
            }
        } catch (SmtpSyntaxException notACommand) {
            error(notACommand.reply(), notACommand.endsSession());
        } catch (LineTooLongException tooLong) {
            error(Replies.LINE_TOO_LONG, false);
            // What waits is the rest of that line, not a command whose reply could go along.
            connection.out().flush();
        } catch (BareLineEndingException smuggled) {
            error(Replies.BARE_LINE_END, true);
        } catch (SocketTimeoutException silent) {
            last(Replies.TIMED_OUT);
        } catch (Pace.GivenUp givenUp) {
            last(givenUp.tooSlow() ? Replies.TOO_SLOW : Replies.TOO_LARGE);
        } catch (EOFException cutShort) {
            peerLeft();
        } catch (StoreException failed) {
            LOG.error("session={} store failed", connection.session(), failed);
            replies.write(Replies.NOT_NOW);
        } catch (RuntimeException bug) {
            LOG.error("session={} internal error", connection.session(), bug);
            last(Replies.INTERNAL);
        }
    }

    private void execute(SmtpCommand command) throws IOException {
        if (connection.in().buffered() && !mayBeFollowed(command)) {
            last(Replies.SPOKE_TOO_EARLY);
            return;
        }
        List<SmtpReply> answers = handlers.handle(command, state, replies);
        for (SmtpReply answer : answers) {
            replies.write(answer);
            bounds.count(command, answer, state.messages());
        }
        stopIfExceeded();
    }

    /**
     * Whether the client may have sent on behind this command (RFC 2920 §3.1). Where it may not, what follows was written by
     * somebody who did not wait to see the reply, and is not to be believed.
     */
    private boolean mayBeFollowed(SmtpCommand command) {
        return switch (command) {
            case SmtpCommand.Helo helo -> false;
            case SmtpCommand.Ehlo ehlo -> false;
            case SmtpCommand.Lhlo lhlo -> false;
            case SmtpCommand.Auth auth -> false;
            case SmtpCommand.StartTls tls -> false;
            case SmtpCommand.Data data -> false;
            case SmtpCommand.Quit quit -> true;
            case SmtpCommand.Mail mail -> state.extended();
            case SmtpCommand.Rcpt rcpt -> state.extended();
            case SmtpCommand.Bdat bdat -> state.extended();
            case SmtpCommand.Rset rset -> state.extended();
            case SmtpCommand.Vrfy vrfy -> state.extended();
            case SmtpCommand.Expn expn -> state.extended();
            case SmtpCommand.Help help -> state.extended();
            case SmtpCommand.Noop noop -> state.extended();
            case SmtpCommand.NotOffered other -> state.extended();
            case SmtpCommand.Foreign foreign -> true;
        };
    }

    private void error(SmtpReply reply, boolean ends) throws IOException {
        replies.write(reply);
        bounds.countError();
        if (ends) {
            state.end();
        } else {
            stopIfExceeded();
        }
    }

    private void stopIfExceeded() throws IOException {
        Optional<SmtpReply> enough = state.ended() ? Optional.empty() : bounds.exceeded();
        if (enough.isPresent()) {
            last(enough.get());
        }
    }

    private void peerLeft() throws IOException {
        if (connection.closing()) {
            replies.write(Replies.SHUTTING_DOWN);
        }
        state.end();
    }

    private void last(SmtpReply reply) throws IOException {
        replies.write(reply);
        state.end();
    }
}
