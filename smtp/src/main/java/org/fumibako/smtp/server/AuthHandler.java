// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.smtp.server.wire.ReplyWriter;
import org.fumibako.smtp.server.wire.SmtpCommand;
import org.fumibako.smtp.server.wire.SmtpLine;

/** AUTH (RFC 4954). Offered on submission only, and only under TLS (RFC 8314 §4.1). */
final class AuthHandler {
    static final List<String> MECHANISMS = List.of("PLAIN");

    private static final SmtpReply NEED_ENCRYPTION =
            SmtpReply.of(538, "5.7.11", "Encryption is required before a sign-in: start TLS first");
    private static final SmtpReply UNKNOWN_MECHANISM = SmtpReply.of(504, "5.5.4", "That mechanism is not offered");
    private static final SmtpReply SIGNED_IN_ALREADY = SmtpReply.of(503, "5.5.1", "You are signed in already");
    private static final SmtpReply CANCELLED = SmtpReply.of(501, "5.7.0", "Sign-in cancelled");
    private static final SmtpReply NOT_BASE64 = SmtpReply.of(501, "5.5.2", "That is not base64");
    private static final SmtpReply NOT_PLAIN = SmtpReply.of(501, "5.5.2", "That is not a PLAIN response");
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
        if (!MECHANISMS.contains(command.mechanism())) {
            return UNKNOWN_MECHANISM;
        }
        String response = command.initialResponse().orElse("");
        if (command.initialResponse().isEmpty()) {
            replies.write(SmtpReply.of(334, ""));
            state.connection().out().flush();
            byte[] line = state.connection().in().readLine(SmtpLine.MAX_AUTH);
            if (line == null) {
                state.end();
                return CANCELLED;
            }
            response = new String(line, StandardCharsets.ISO_8859_1);
        }
        return response.equals("*") ? CANCELLED : plain(response, state);
    }

    private SmtpReply plain(String response, SessionState state) {
        byte[] message;
        try {
            message = Base64.getDecoder().decode(response);
        } catch (IllegalArgumentException notBase64) {
            return NOT_BASE64;
        }
        int login = indexOfNul(message, 0);
        int password = login < 0 ? -1 : indexOfNul(message, login + 1);
        if (password < 0) {
            return NOT_PLAIN;
        }
        String name = new String(message, login + 1, password - login - 1, StandardCharsets.UTF_8);
        byte[] secret = Arrays.copyOfRange(message, password + 1, message.length);
        SignIn outcome = authenticator.signIn(name, secret, "PLAIN", state.origin());
        Arrays.fill(secret, (byte) 0);
        Arrays.fill(message, (byte) 0);
        return reply(outcome, state);
    }

    private static int indexOfNul(byte[] octets, int from) {
        for (int i = from; i < octets.length; i++) {
            if (octets[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static SmtpReply reply(SignIn outcome, SessionState state) {
        return switch (outcome) {
            case SignIn.Granted granted -> {
                state.signedIn(granted.account());
                yield GRANTED;
            }
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
