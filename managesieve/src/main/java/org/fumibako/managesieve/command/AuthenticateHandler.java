// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.fumibako.managesieve.wire.CommandReader;
import org.fumibako.managesieve.wire.CommandSyntaxException;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.registry.sasl.SaslServer;

/** AUTHENTICATE (RFC 5804 §2.1): SASL, with an initial response or without. */
final class AuthenticateHandler implements Handlers.Handler {
    private final Authenticator authenticator;

    AuthenticateHandler(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public void handle(Arguments arguments, Session session) throws IOException {
        String mechanism = arguments.text("the name of a mechanism");
        Optional<String> initial = arguments.optionalText();
        arguments.end();
        if (session.account().isPresent()) {
            session.no("Somebody is signed in already");
            return;
        }
        if (!Session.hidesPassword(mechanism) && !session.passwordsAllowed()) {
            session.no("ENCRYPT-NEEDED", "Use TLS to sign in");
            return;
        }
        Optional<SaslServer> exchange = SaslServer.start(
                mechanism, authenticator, session.origin(), session.connection().channelBinding());
        if (exchange.isEmpty()) {
            session.no("This mechanism is not offered");
            return;
        }
        try {
            converse(exchange.get(), initial, session);
        } catch (CommandSyntaxException broken) {
            session.no(broken.text());
        }
    }

    private void converse(SaslServer exchange, Optional<String> initial, Session session)
            throws IOException, CommandSyntaxException {
        byte[] response = initial.isPresent() ? decode(initial.get()) : ask(exchange.firstChallenge(), session);
        while (true) {
            switch (exchange.respond(response)) {
                case SaslServer.Challenge challenge -> response = ask(challenge.octets(), session);
                case SaslServer.Success success -> {
                    enter(success.granted(), success.finalServerData(), session);
                    return;
                }
                case SaslServer.Failure failure -> {
                    refuse(failure.outcome(), session);
                    return;
                }
                case SaslServer.Malformed _ -> throw new ArgumentException("That is not what the mechanism says");
            }
        }
    }

    private void enter(SignIn.Granted granted, byte[] last, Session session) throws IOException {
        session.enter(granted.account());
        session.connection().whenClosed(authenticator.entered(granted, session.connection()::close));
        String code = last.length == 0 ? "" : "SASL \"" + Base64.getEncoder().encodeToString(last) + "\"";
        session.respond("OK", code, "Welcome");
    }

    private static void refuse(SignIn outcome, Session session) throws IOException {
        switch (outcome) {
            case SignIn.Granted _ -> throw new IllegalStateException("granted and refused");
            case SignIn.Denied _ -> {
                session.signInFailed();
                session.no("Wrong address or password");
            }
            case SignIn.Suspended _ -> session.no("This account is suspended");
            case SignIn.TryLater later ->
                session.no(
                        "TRYLATER",
                        "Too many failures, try again in "
                                + Math.max(1, later.delay().toSeconds()) + " seconds");
        }
    }

    private static byte[] ask(byte[] challenge, Session session) throws IOException, CommandSyntaxException {
        session.connection()
                .out()
                .ascii(Session.string(Base64.getEncoder().encodeToString(challenge)))
                .crlf();
        session.connection().out().flush();
        return decode(new CommandReader(session.connection().in()).response());
    }

    private static byte[] decode(String text) {
        if (text.equals("*")) {
            throw new ArgumentException("Authentication is cancelled");
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new ArgumentException("The response is not Base64");
        }
    }
}
