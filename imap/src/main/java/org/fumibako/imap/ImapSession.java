// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.fumibako.imap.command.Handlers;
import org.fumibako.imap.command.Session;
import org.fumibako.imap.selected.MailboxGoneException;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.DiscardException;
import org.fumibako.imap.wire.ImapLimits;
import org.fumibako.imap.wire.ImapReader;
import org.fumibako.imap.wire.ImapState;
import org.fumibako.imap.wire.ImapWriter;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.net.BareLineEndingException;
import org.fumibako.net.Connection;
import org.fumibako.net.LineTooLongException;
import org.fumibako.store.MailboxException;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection's dialogue, from the greeting to BYE. Confined to the connection's thread. */
final class ImapSession {
    private static final Logger LOG = LoggerFactory.getLogger(ImapSession.class);

    private final Connection connection;
    private final Handlers handlers;
    private final Session session;
    private final ImapReader reader;
    private final ImapWriter writer;
    private int commandsBeforeLogin;
    private int badInARow;

    ImapSession(Connection connection, Handlers handlers) {
        this.connection = connection;
        this.handlers = handlers;
        this.session = new Session(connection);
        this.reader = session.reader();
        this.writer = session.writer();
    }

    void run() throws IOException {
        connection.readTimeout(ImapLimits.LOGIN_TIMEOUT);
        handlers.greet(session);
        try {
            converse();
        } catch (SocketTimeoutException silence) {
            bye("You were silent for too long");
        } catch (LineTooLongException | BareLineEndingException | DiscardException lost) {
            // Where the next command begins can no longer be told.
            bye("Cannot go on: " + lost.getMessage());
        } catch (MailboxGoneException gone) {
            bye("The selected mailbox was deleted by another session");
        } catch (RuntimeException fault) {
            bye("The server has a fault, which is logged");
            throw fault;
        } finally {
            session.ended();
        }
    }

    private void converse() throws IOException {
        while (session.state() != ImapState.LOGOUT) {
            if (!reader.buffered()) {
                locked(writer::flush);
            }
            if (tooMuch()) {
                return;
            }
            if (!step()) {
                if (connection.closing()) {
                    bye("The server is stopping");
                }
                return;
            }
            locked(session::startRequestedLayer);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Others write too, when the client has asked for it (RFC 5465). */
    private void locked(Step step) throws IOException {
        session.writeLock().lock();
        try {
            step.run();
        } finally {
            session.writeLock().unlock();
        }
    }

    /** Reads, carries out and answers one command; false at the end of the stream. */
    private boolean step() throws IOException {
        Optional<SyntaxException> unknown = Optional.empty();
        try {
            if (!reader.next()) {
                return false;
            }
        } catch (SyntaxException bad) {
            unknown = Optional.of(bad);
        }
        Optional<SyntaxException> fault = unknown;
        locked(() -> answer(fault));
        return true;
    }

    private void answer(Optional<SyntaxException> unknown) throws IOException {
        try {
            if (unknown.isPresent()) {
                throw unknown.get();
            }
            commandsBeforeLogin = session.state() == ImapState.NOT_AUTHENTICATED ? commandsBeforeLogin + 1 : 0;
            execute();
            badInARow = 0;
        } catch (SyntaxException bad) {
            badInARow++;
            refuse("BAD", bad.code(), bad.text());
        } catch (CommandException declined) {
            refuse("NO", declined.code(), declined.text());
        } catch (MailboxException declined) {
            refuse("NO", Optional.of(Handlers.codeFor(declined)), String.valueOf(declined.getMessage()));
        } catch (StoreException failed) {
            LOG.error("session={} {} failed", connection.session(), reader.verb(), failed);
            refuse("NO", Optional.of(ResponseCode.UNAVAILABLE), "The mail store has a problem, try again later");
        }
    }

    private void execute() throws IOException, SyntaxException, CommandException, MailboxException {
        if (!reader.verb().allowedIn(session.state())) {
            throw new SyntaxException(misplaced());
        }
        if (session.uidOnly() && reader.verb().byNumber()) {
            throw new SyntaxException(ResponseCode.UIDREQUIRED, "Message numbers were given up with UIDONLY");
        }
        handlers.execute(reader.arguments(), session);
    }

    private String misplaced() {
        return switch (session.state()) {
            case NOT_AUTHENTICATED -> "Sign in first";
            case AUTHENTICATED ->
                reader.verb().allowedIn(ImapState.SELECTED) ? "Select a mailbox first" : "You have signed in";
            case SELECTED, LOGOUT -> "Not in this state";
        };
    }

    private void refuse(String condition, Optional<ResponseCode> code, String text) throws IOException {
        reader.skip();
        writer.status(reader.tag(), condition, code, text);
    }

    /** Whether the client has used up our patience: it speaks another protocol, guesses passwords, or never signs in. */
    private boolean tooMuch() throws IOException {
        boolean signedIn = session.state() != ImapState.NOT_AUTHENTICATED;
        boolean bad = badInARow >= (signedIn ? ImapLimits.MAX_BAD_COMMANDS : ImapLimits.MAX_BAD_BEFORE_LOGIN);
        boolean idle = !signedIn && commandsBeforeLogin >= ImapLimits.MAX_COMMANDS_BEFORE_LOGIN;
        boolean failed = !signedIn && session.failedSignIns() >= ImapLimits.MAX_FAILED_LOGINS;
        if (bad || idle || failed) {
            bye(failed ? "Too many failed sign-ins" : "Too many commands that lead nowhere");
        }
        return bad || idle || failed;
    }

    private void bye(String text) throws IOException {
        locked(() -> {
            writer.status("*", "BYE", Optional.empty(), text);
            writer.flush();
        });
    }
}
