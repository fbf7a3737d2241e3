// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.fumibako.net.BareLineEndingException;
import org.fumibako.net.Connection;
import org.fumibako.net.LineTooLongException;
import org.fumibako.net.PipelinedBeforeTlsException;
import org.fumibako.pop3.command.Handlers;
import org.fumibako.pop3.command.Session;
import org.fumibako.pop3.wire.Pop3CommandReader;
import org.fumibako.pop3.wire.Pop3SyntaxException;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection's dialogue, from the greeting to QUIT. Confined to the connection's thread. */
final class Pop3Session {
    private static final Logger LOG = LoggerFactory.getLogger(Pop3Session.class);

    private final Connection connection;
    private final Handlers handlers;
    private final Session session;
    private final Duration autologout;
    private int commands;
    private int badInARow;

    Pop3Session(Connection connection, Handlers handlers, Duration autologout) {
        this.autologout = autologout;
        this.connection = connection;
        this.handlers = handlers;
        this.session = new Session(connection);
    }

    void run() throws IOException {
        connection.readTimeout(Pop3Limits.LOGIN_TIMEOUT);
        session.ok("Fumibako POP3 ready");
        try {
            converse();
        } catch (SocketTimeoutException | PipelinedBeforeTlsException gone) {
            LOG.debug("session={} {}", connection.session(), gone.toString());
        } finally {
            handlers.leave(session);
        }
    }

    private void converse() throws IOException {
        while (!session.over()) {
            if (!connection.in().buffered()) {
                connection.out().flush();
            }
            if (tooMuch() || !step()) {
                return;
            }
            connection.readTimeout(session.signedIn() ? autologout : Pop3Limits.LOGIN_TIMEOUT);
        }
    }

    /** Whether the client has used up our patience: it speaks another protocol, guesses passwords, or never signs in. */
    private boolean tooMuch() throws IOException {
        boolean signedIn = session.signedIn();
        boolean bad = badInARow >= (signedIn ? Pop3Limits.BAD_COMMANDS : Pop3Limits.BAD_BEFORE_LOGIN);
        boolean idle = !signedIn && commands >= Pop3Limits.COMMANDS_BEFORE_LOGIN;
        boolean failed = !signedIn && session.failedSignIns() >= Pop3Limits.FAILED_LOGINS;
        if (bad || idle || failed) {
            session.err(failed ? "Too many failed sign-ins" : "Too many commands that lead nowhere");
        }
        return bad || idle || failed;
    }

    /** Reads, carries out and answers one command; false at the end of the stream. */
    private boolean step() throws IOException {
        try {
            byte[] line = connection.in().readLine(Pop3Limits.LINE);
            if (line == null) {
                return false;
            }
            commands++;
            handlers.execute(Pop3CommandReader.read(line), session);
            badInARow = 0;
        } catch (Pop3SyntaxException bad) {
            refuse(bad.text());
        } catch (LineTooLongException bad) {
            refuseLine("Line too long");
        } catch (BareLineEndingException bad) {
            refuseLine("Lines end with CRLF");
        } catch (StoreException failed) {
            LOG.error("session={} failed", connection.session(), failed);
            session.err("SYS/TEMP", "The mail store has a problem, try again later");
        }
        return true;
    }

    /** The rest of the line counts as buffered input, behind which the answer would wait. */
    private void refuseLine(String text) throws IOException {
        refuse(text);
        connection.out().flush();
    }

    private void refuse(String text) throws IOException {
        badInARow++;
        session.err(text);
    }
}
