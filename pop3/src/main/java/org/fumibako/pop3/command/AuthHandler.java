// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.EOFException;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.fumibako.pop3.wire.Pop3Command;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.sasl.SaslServer;

/** AUTH (RFC 5034): SASL, with an initial response or without. */
final class AuthHandler {
    /** Octets of a response in Base64. */
    private static final int MAX_LINE = SaslServer.MAX_RESPONSE * 4 / 3 + 4;

    private static final String SCRAM = "SCRAM-";

    private final Authenticator authenticator;
    private final SignInAnswer answer;

    AuthHandler(Authenticator authenticator, SignInAnswer answer) {
        this.authenticator = authenticator;
        this.answer = answer;
    }

    void handle(Pop3Command.Auth command, Session session) throws IOException {
        if (command.mechanism().isEmpty()) {
            list(session);
            return;
        }
        String mechanism = command.mechanism().get();
        // SCRAM proves a password without sending it.
        boolean safe = mechanism.regionMatches(true, 0, SCRAM, 0, SCRAM.length());
        if (!safe && answer.refusesInClear(session)) {
            return;
        }
        Optional<SaslServer> exchange = SaslServer.start(mechanism, authenticator, session.origin());
        if (exchange.isEmpty()) {
            session.err("This mechanism is not offered");
            return;
        }
        converse(exchange.get(), command.initial(), session);
    }

    private void converse(SaslServer exchange, Optional<String> initial, Session session) throws IOException {
        String line = initial.isPresent() ? initial.get() : ask(exchange.firstChallenge(), session);
        while (true) {
            Optional<byte[]> response = decode(line);
            if (response.isEmpty()) {
                session.err(line.equals("*") ? "Authentication is cancelled" : "The response is not Base64");
                return;
            }
            switch (exchange.respond(response.get())) {
                case SaslServer.Challenge challenge -> line = ask(challenge.octets(), session);
                case SaslServer.Success success -> {
                    if (success.finalServerData().length > 0) {
                        ask(success.finalServerData(), session);
                    }
                    answer.of(new Authenticator.SignIn.Granted(success.account()), session);
                    return;
                }
                case SaslServer.Failure failure -> {
                    answer.of(failure.outcome(), session);
                    return;
                }
                case SaslServer.Malformed _ -> {
                    session.err("That is not what the mechanism says");
                    return;
                }
            }
        }
    }

    private static String ask(byte[] challenge, Session session) throws IOException {
        session.connection()
                .out()
                .ascii("+ " + Base64.getEncoder().encodeToString(challenge))
                .crlf();
        session.connection().out().flush();
        byte[] line = session.connection().in().readLine(MAX_LINE);
        if (line == null) {
            throw new EOFException();
        }
        return new String(line, java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** {@code =} is an empty initial response (RFC 5034 §4). */
    private static Optional<byte[]> decode(String line) {
        try {
            return Optional.of(
                    line.equals("=") ? new byte[0] : Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static void list(Session session) throws IOException {
        session.ok("Mechanisms");
        for (String mechanism : SaslServer.mechanisms()) {
            if (session.passwordsAllowed() || mechanism.startsWith(SCRAM)) {
                session.connection().out().ascii(mechanism).crlf();
            }
        }
        session.connection().out().ascii(".").crlf();
    }
}
