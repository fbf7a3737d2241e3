// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.registry.sasl.SaslServer;
import org.fumibako.smtp.server.wire.ReplyWriter;
import org.fumibako.smtp.server.wire.SmtpCommand;
import org.fumibako.smtp.server.wire.SmtpLine;
import org.jspecify.annotations.Nullable;

/** AUTH (RFC 4954). Offered on submission only, and only under TLS (RFC 8314 §4.1). */
final class AuthHandler {
    /**
     * Whether sign-ins are bound to the TLS connection. Mutt 2.2.12 and NeoMutt, as Debian 12 has them, take SCRAM-SHA-256-PLUS of
     * what is offered and fail at it (seen 2026-11-30).
     */
    static final boolean BOUND = false;

    private static final SmtpReply NEED_ENCRYPTION =
            SmtpReply.of(538, "5.7.11", "Encryption is required before a sign-in: start TLS first");
    private static final SmtpReply UNKNOWN_MECHANISM = SmtpReply.of(504, "5.5.4", "That mechanism is not offered");
    private static final SmtpReply SIGNED_IN_ALREADY = SmtpReply.of(503, "5.5.1", "You are signed in already");
    private static final SmtpReply CANCELLED = SmtpReply.of(501, "5.7.0", "Sign-in cancelled");
    private static final SmtpReply MALFORMED = SmtpReply.of(501, "5.5.2", "That is not what the mechanism expects");
    private static final SmtpReply GRANTED = SmtpReply.of(235, "2.7.0", "Signed in");
    private static final SmtpReply DENIED =
            SmtpReply.of(535, "5.7.8", "The user name (your full mail address) or the password is not right");
    private static final SmtpReply SUSPENDED = SmtpReply.of(525, "5.7.13", "This account is suspended");

    private final SmtpConfig config;
    private final Authenticator authenticator;

    AuthHandler(SmtpConfig config, Authenticator authenticator) {
        this.config = config;
        this.authenticator = authenticator;
    }

    static boolean offered(SmtpService service, SessionState state) {
        return service.submits()
                && state.connection().secure()
                && state.account().isEmpty();
    }

    SmtpReply handle(SmtpCommand.Auth command, SessionState state, ReplyWriter replies) throws IOException {
        Optional<SmtpReply> outOfOrder = outOfOrder(state);
        if (outOfOrder.isPresent()) {
            return outOfOrder.get();
        }
        Optional<SaslServer> exchange =
                SaslServer.start(command.mechanism(), authenticator, state.origin(), Optional.empty());
        return exchange.isEmpty() ? UNKNOWN_MECHANISM : run(exchange.get(), command, state, replies);
    }

    private SmtpReply run(SaslServer exchange, SmtpCommand.Auth command, SessionState state, ReplyWriter replies)
            throws IOException {
        // RFC 4954 §4: "=" is an initial response of no octets.
        String response = command.initialResponse()
                .map(initial -> initial.equals("=") ? "" : initial)
                .orElse(null);
        if (response == null) {
            response = ask(exchange.firstChallenge(), state, replies);
        }
        while (true) {
            Optional<byte[]> octets = decode(response);
            if (octets.isEmpty()) {
                return response == null || response.equals("*") ? CANCELLED : MALFORMED;
            }
            switch (exchange.respond(octets.get())) {
                case SaslServer.Challenge challenge -> response = ask(challenge.octets(), state, replies);
                case SaslServer.Success success -> {
                    return granted(success, state, replies);
                }
                case SaslServer.Failure failure -> {
                    return refusal(failure.outcome());
                }
                case SaslServer.Malformed malformed -> {
                    return MALFORMED;
                }
            }
        }
    }

    private SmtpReply granted(SaslServer.Success success, SessionState state, ReplyWriter replies) throws IOException {
        if (success.finalServerData().length > 0) {
            String last = ask(success.finalServerData(), state, replies);
            if (last == null || !last.isEmpty()) {
                return last == null || last.equals("*") ? CANCELLED : MALFORMED;
            }
        }
        state.signedIn(success.granted());
        state.connection().whenClosed(authenticator.entered(success.granted(), state.connection()::close));
        return GRANTED;
    }

    /** Sends a challenge; the client's line, or null when it has left. */
    private static @Nullable String ask(byte[] challenge, SessionState state, ReplyWriter replies) throws IOException {
        replies.write(SmtpReply.of(334, Base64.getEncoder().encodeToString(challenge)));
        state.connection().out().flush();
        byte[] line = state.connection().in().readLine(SmtpLine.MAX_AUTH);
        if (line == null) {
            state.end();
            return null;
        }
        return new String(line, StandardCharsets.ISO_8859_1);
    }

    private static Optional<byte[]> decode(@Nullable String response) {
        if (response == null) {
            return Optional.empty();
        }
        try {
            byte[] octets = Base64.getDecoder().decode(response);
            return octets.length <= SaslServer.MAX_RESPONSE ? Optional.of(octets) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static SmtpReply refusal(SignIn outcome) {
        return switch (outcome) {
            // A failed exchange never has it; should it, nobody is signed in.
            case SignIn.Granted granted -> DENIED;
            case SignIn.Denied denied -> DENIED;
            case SignIn.Suspended suspended -> SUSPENDED;
            case SignIn.TryLater later ->
                SmtpReply.of(
                        454,
                        "4.7.0",
                        "Too many failed sign-ins; please try again in "
                                + later.delay().toSeconds() + " seconds");
        };
    }

    private Optional<SmtpReply> outOfOrder(SessionState state) {
        if (!config.service().submits()) {
            return Optional.of(Replies.NOT_OFFERED);
        }
        if (!state.connection().secure()) {
            return Optional.of(NEED_ENCRYPTION);
        }
        if (!state.extended()) {
            return Optional.of(Replies.NEED_GREETING);
        }
        if (state.account().isPresent()) {
            return Optional.of(SIGNED_IN_ALREADY);
        }
        return state.transaction().isPresent() ? Optional.of(Replies.IN_TRANSACTION) : Optional.empty();
    }
}
