// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.fumibako.pop3.wire.Pop3Command;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.registry.sasl.SaslServer;

/** AUTH (RFC 5034): SASL, with an initial response or without. */
final class AuthHandler {
    /** Octets of a response in Base64. */
    private static final int MAX_LINE = (SaslServer.MAX_RESPONSE + 2) / 3 * 4;

    private final Authenticator authenticator;
    private final SignInAnswer answer;

    AuthHandler(Authenticator authenticator, SignInAnswer answer) {
        this.authenticator = authenticator;
        this.answer = answer;
    }

    void handle(Pop3Command.Auth command, Session session) throws IOException {
        if (command.mechanism().isEmpty()) {
            session.ok("Mechanisms");
            session.lines(session.mechanisms());
            return;
        }
        String mechanism = command.mechanism().get();
        if (!Session.hidesPassword(mechanism) && answer.refusesInClear(session)) {
            return;
        }
        Optional<SaslServer> exchange = SaslServer.start(
                mechanism, authenticator, session.origin(), session.connection().channelBinding());
        if (exchange.isEmpty()) {
            session.err("This mechanism is not offered");
            return;
        }
        try {
            answer.of(converse(exchange.get(), command.initial(), session), session);
        } catch (BrokenOff ended) {
            session.err(ended.text());
        }
    }

    private static SignIn converse(SaslServer exchange, Optional<String> initial, Session session)
            throws IOException, BrokenOff {
        // RFC 5034 §4: "=" is an initial response that is empty.
        byte[] response = initial.isEmpty()
                ? ask(exchange.firstChallenge(), session)
                : decode(initial.get().equals("=") ? "" : initial.get());
        while (true) {
            switch (exchange.respond(response)) {
                case SaslServer.Challenge challenge -> response = ask(challenge.octets(), session);
                case SaslServer.Success success -> {
                    if (success.finalServerData().length > 0 && ask(success.finalServerData(), session).length > 0) {
                        throw new BrokenOff("The last response is empty");
                    }
                    return success.granted();
                }
                case SaslServer.Failure failure -> {
                    return failure.outcome();
                }
                case SaslServer.Malformed _ -> throw new BrokenOff("That is not what the mechanism says");
            }
        }
    }

    private static byte[] ask(byte[] challenge, Session session) throws IOException, BrokenOff {
        session.connection()
                .out()
                .ascii("+ " + Base64.getEncoder().encodeToString(challenge))
                .crlf();
        session.connection().out().flush();
        byte[] line = session.connection().in().readLine(MAX_LINE);
        if (line == null) {
            throw new EOFException();
        }
        return decode(new String(line, StandardCharsets.US_ASCII));
    }

    private static byte[] decode(String line) throws BrokenOff {
        if (line.equals("*")) {
            throw new BrokenOff("Authentication is cancelled");
        }
        try {
            return Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException notBase64) {
            throw new BrokenOff("The response is not Base64");
        }
    }

    /** The exchange came to no end; the message is for the person at the client. */
    private static final class BrokenOff extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenOff(String text) {
            super(text);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }
}
