// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ImapLimits;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SessionCommand.Authenticate;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.registry.Authenticator;

/** AUTHENTICATE (RFC 9051 §6.2.2), with an initial response (RFC 4959) or without. */
final class AuthenticateHandler implements CommandHandler<Authenticate> {
    static final List<String> MECHANISMS = List.of("PLAIN");

    private final Authenticator authenticator;
    private final SignInAnswer answer;

    AuthenticateHandler(Authenticator authenticator, SignInAnswer answer) {
        this.authenticator = authenticator;
        this.answer = answer;
    }

    @Override
    public Completion handle(Authenticate command, Session session)
            throws IOException, CommandException, SyntaxException {
        answer.requirePrivacy(session);
        if (!MECHANISMS.contains(command.mechanism())) {
            throw new CommandException(ResponseCode.CANNOT, "This mechanism is not offered");
        }
        byte[] response = command.initialResponse().isPresent()
                ? command.initialResponse().get()
                : response(session);
        int first = indexOfNul(response, 0);
        int second = indexOfNul(response, first + 1);
        String login = new String(response, first + 1, second - first - 1, StandardCharsets.UTF_8);
        byte[] password = Arrays.copyOfRange(response, second + 1, response.length);
        return answer.of(authenticator.signIn(login, password, "PLAIN", session.origin()), session);
    }

    private static int indexOfNul(byte[] octets, int from) throws SyntaxException {
        for (int i = from; i < octets.length; i++) {
            if (octets[i] == 0) {
                return i;
            }
        }
        throw new SyntaxException("Invalid response");
    }

    private static byte[] response(Session session) throws IOException, SyntaxException {
        session.writer().continuation("");
        session.writer().flush();
        byte[] line = session.reader().line(ImapLimits.MAX_COMMAND_BEFORE_LOGIN);
        if (line == null) {
            throw new EOFException();
        }
        if (line.length == 1 && line[0] == '*') {
            throw new SyntaxException("Authentication is cancelled");
        }
        try {
            return Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException malformed) {
            throw new SyntaxException("Response is not base64");
        }
    }
}
