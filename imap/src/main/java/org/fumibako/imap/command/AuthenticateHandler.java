// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ImapLimits;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SessionCommand.Authenticate;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.registry.sasl.SaslServer;

/** AUTHENTICATE (RFC 9051 §6.2.2), with an initial response (RFC 4959) or without. */
final class AuthenticateHandler implements CommandHandler<Authenticate> {
    private static final String SCRAM = "SCRAM-";

    private final Authenticator authenticator;
    private final SignInAnswer answer;

    AuthenticateHandler(Authenticator authenticator, SignInAnswer answer) {
        this.authenticator = authenticator;
        this.answer = answer;
    }

    /** Mechanisms that may be used now: where a password could be overheard, those that prove it without sending it. */
    static List<String> mechanisms(Session session) {
        return SaslServer.mechanisms(session.bound()).stream()
                .filter(mechanism -> session.passwordsAllowed() || hidesPassword(mechanism))
                .toList();
    }

    @Override
    public Completion handle(Authenticate command, Session session)
            throws IOException, CommandException, SyntaxException {
        if (!hidesPassword(command.mechanism())) {
            answer.requirePrivacy(session);
        }
        SaslServer exchange = SaslServer.start(
                        command.mechanism(), authenticator, session.origin(), session.channelBinding())
                .orElseThrow(() -> new CommandException(ResponseCode.CANNOT, "This mechanism is not offered"));
        byte[] first = command.initialResponse().isPresent()
                ? command.initialResponse().get()
                : ask(exchange.firstChallenge(), session);
        return answer.of(converse(exchange, first, session), session);
    }

    private static SignIn converse(SaslServer exchange, byte[] first, Session session)
            throws IOException, SyntaxException {
        byte[] response = first;
        while (true) {
            switch (exchange.respond(response)) {
                case SaslServer.Challenge challenge -> response = ask(challenge.octets(), session);
                case SaslServer.Success success -> {
                    if (success.finalServerData().length > 0 && ask(success.finalServerData(), session).length > 0) {
                        throw new SyntaxException("The last response is empty");
                    }
                    return success.granted();
                }
                case SaslServer.Failure failure -> {
                    return failure.outcome();
                }
                case SaslServer.Malformed _ -> throw new SyntaxException("That is not what the mechanism says");
            }
        }
    }

    private static byte[] ask(byte[] challenge, Session session) throws IOException, SyntaxException {
        session.writer().continuation(Base64.getEncoder().encodeToString(challenge));
        session.writer().flush();
        byte[] line = session.reader().line(ImapLimits.MAX_COMMAND_BEFORE_LOGIN);
        if (line == null) {
            throw new EOFException();
        }
        String response = new String(line, StandardCharsets.US_ASCII);
        if (response.equals("*")) {
            throw new SyntaxException("Authentication is cancelled");
        }
        try {
            return Base64.getDecoder().decode(response);
        } catch (IllegalArgumentException malformed) {
            throw new SyntaxException("Response is not base64");
        }
    }

    private static boolean hidesPassword(String mechanism) {
        return mechanism.regionMatches(true, 0, SCRAM, 0, SCRAM.length());
    }
}
