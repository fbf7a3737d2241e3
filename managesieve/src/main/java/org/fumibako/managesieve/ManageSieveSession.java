// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.fumibako.managesieve.command.Handlers;
import org.fumibako.managesieve.command.Session;
import org.fumibako.managesieve.wire.Command;
import org.fumibako.managesieve.wire.CommandReader;
import org.fumibako.managesieve.wire.CommandSyntaxException;
import org.fumibako.net.BareLineEndingException;
import org.fumibako.net.Connection;
import org.fumibako.net.LineTooLongException;
import org.fumibako.net.PipelinedBeforeTlsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection's dialogue, from the greeting to LOGOUT. Confined to the connection's thread. */
final class ManageSieveSession {
    private static final Logger LOG = LoggerFactory.getLogger(ManageSieveSession.class);

    private final Connection connection;
    private final Handlers handlers;
    private final Session session;
    private final CommandReader reader;
    private int commands;
    private int badInARow;

    ManageSieveSession(Connection connection, Handlers handlers) {
        this.connection = connection;
        this.handlers = handlers;
        this.session = new Session(connection);
        this.reader = new CommandReader(connection.in());
    }

    void run() throws IOException {
        connection.readTimeout(ManageSieveLimits.LOGIN_TIMEOUT);
        handlers.greet(session);
        try {
            converse();
        } catch (SocketTimeoutException | PipelinedBeforeTlsException gone) {
            LOG.debug("session={} {}", connection.session(), gone.toString());
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
            connection.readTimeout(
                    session.account().isPresent() ? ManageSieveLimits.AUTOLOGOUT : ManageSieveLimits.LOGIN_TIMEOUT);
        }
    }

    /** Whether the client has used up our patience. */
    private boolean tooMuch() throws IOException {
        boolean signedIn = session.account().isPresent();
        boolean bad = badInARow >= (signedIn ? ManageSieveLimits.BAD_COMMANDS : ManageSieveLimits.BAD_BEFORE_LOGIN);
        boolean idle = !signedIn && commands >= ManageSieveLimits.COMMANDS_BEFORE_LOGIN;
        boolean failed = !signedIn && session.failedSignIns() >= ManageSieveLimits.FAILED_LOGINS;
        if (bad || idle || failed) {
            session.bye(failed ? "Too many failed sign-ins" : "Too many commands that lead nowhere");
        }
        return bad || idle || failed;
    }

    /** Reads, carries out and answers one command; false at the end. */
    private boolean step() throws IOException {
        try {
            Command command = reader.next(session.account().isPresent());
            if (command == null) {
                return false;
            }
            commands++;
            handlers.execute(command, session);
            badInARow = 0;
        } catch (CommandSyntaxException bad) {
            badInARow++;
            if (bad.fatal()) {
                session.bye(bad.text());
                return false;
            }
            session.no(bad.text());
        } catch (LineTooLongException bad) {
            refuseLine("Line too long");
        } catch (BareLineEndingException bad) {
            refuseLine("Lines end with CRLF");
        }
        return true;
    }

    /** The rest of the line counts as buffered input, behind which the answer would wait. */
    private void refuseLine(String text) throws IOException {
        badInARow++;
        session.no(text);
        connection.out().flush();
    }
}
