// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.OutgoingConnection;
import org.fumibako.net.Output;
import org.fumibako.smtp.client.wire.ReplyReader;
import org.fumibako.smtp.client.wire.ReplySyntaxException;

/** Commands and replies on one connection. Every failure of the connection becomes a {@link DialogueException} that says where. */
final class Dialogue {
    /** A goodbye in flight when our write failed is waited for so long: it says why. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final int CLOSING = 421;

    private final OutgoingConnection connection;
    private final ReplyReader replies;
    private final ClientTimeouts timeouts;
    private RemoteHost host;
    private long patienceEnds;

    Dialogue(OutgoingConnection connection, RemoteHost host, ClientTimeouts timeouts) {
        this.connection = connection;
        this.replies = new ReplyReader(connection.in(), connection::readTimeout);
        this.timeouts = timeouts;
        this.host = host;
        beginTransaction();
    }

    OutgoingConnection connection() {
        return connection;
    }

    /** The server, and how the connection is protected. */
    RemoteHost host() {
        return host;
    }

    void protectedBy(TlsProtection protection) {
        host = host.under(protection);
    }

    /** From now on {@link ClientTimeouts#patience} begins anew. */
    void beginTransaction() {
        patienceEnds = System.nanoTime() + timeouts.patience().toNanos();
    }

    /** Sends one command by itself and reads the reply to it. */
    SmtpReply command(Stage stage, String line) throws DialogueException {
        write(stage, line);
        flush(stage);
        return reply(stage);
    }

    /** Adds a command to the group that the next flush sends. */
    void write(Stage stage, String line) throws DialogueException {
        try {
            connection.out().utf8(line).crlf();
        } catch (IOException e) {
            throw lastWords(stage, e);
        }
    }

    void flush(Stage stage) throws DialogueException {
        send(stage, Output::flush);
    }

    /** Writes octets; where that fails, what the server had to say about it is the reason. */
    void send(Stage stage, Sending octets) throws DialogueException {
        try {
            octets.to(connection.out());
        } catch (IOException e) {
            throw lastWords(stage, e);
        }
    }

    /**
     * The next reply.
     *
     * @throws DialogueException when there is none, and when the server says that it closes (RFC 5321 §3.8)
     */
    SmtpReply reply(Stage stage) throws DialogueException {
        try {
            SmtpReply reply = replies.read(limit(stage));
            if (reply.code() == CLOSING) {
                throw new DialogueException(Attempt.replied(host, stage, reply));
            }
            return reply;
        } catch (ReplySyntaxException e) {
            throw failed(stage, "4.5.0", "the server sent " + e.getMessage());
        } catch (IOException e) {
            throw failed(stage, e);
        }
    }

    /** The end of this dialogue for a reason that we see ourselves. */
    DialogueException failed(Stage stage, String status, String words) {
        connection.close();
        return new DialogueException(Attempt.failed(Optional.of(host), stage, status, words));
    }

    DialogueException failed(Stage stage, IOException cause) {
        if (cause instanceof SocketTimeoutException) {
            return failed(stage, "4.4.2", "no answer " + where(stage) + " within " + seconds(timeouts.of(stage)));
        }
        if (cause instanceof EOFException) {
            return failed(stage, "4.4.2", "the server closed the connection " + where(stage));
        }
        return failed(stage, "4.4.2", "the connection broke " + where(stage) + ": " + Words.of(cause));
    }

    private Duration limit(Stage stage) {
        Duration limit = timeouts.of(stage);
        if (stage == Stage.END_OF_DATA) {
            return limit;
        }
        Duration patience = Duration.ofNanos(Math.max(0, patienceEnds - System.nanoTime()));
        return patience.compareTo(limit) < 0 ? patience : limit;
    }

    private DialogueException lastWords(Stage stage, IOException cause) {
        if (!(cause instanceof SocketTimeoutException)) {
            try {
                SmtpReply reply = replies.read(LAST_WORDS);
                if (reply.isTransient() || reply.isPermanent()) {
                    return new DialogueException(Attempt.replied(host, stage, reply));
                }
            } catch (IOException | ReplySyntaxException none) {
                // Then the cause is all there is.
            } finally {
                connection.close();
            }
        }
        return failed(stage, cause);
    }

    private static String seconds(Duration limit) {
        return limit.toSeconds() + " s";
    }

    private static String where(Stage stage) {
        return switch (stage) {
            case ROUTING, CONNECT -> "to the connection";
            case GREETING -> "where its greeting was due";
            case EHLO -> "to EHLO";
            case TLS -> "to STARTTLS";
            case AUTH -> "to AUTH";
            case MAIL -> "to MAIL";
            case RCPT -> "to RCPT";
            case DATA -> "while the message was sent";
            case END_OF_DATA -> "to the whole message";
        };
    }

    /** What is sent. */
    interface Sending {
        void to(Output out) throws IOException;
    }
}
