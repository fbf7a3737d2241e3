// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.registry.Authenticator;
import org.jspecify.annotations.Nullable;

/** LOGIN, never a standard: login and password, each asked for. Outlook and many devices know nothing else. */
final class LoginServer implements SaslServer {
    static final String NAME = "LOGIN";

    private final Authenticator authenticator;
    private final Origin origin;
    private @Nullable String login;

    LoginServer(Authenticator authenticator, Origin origin) {
        this.authenticator = authenticator;
        this.origin = origin;
    }

    @Override
    public byte[] firstChallenge() {
        return "Username:".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Step respond(byte[] response) {
        if (response.length == 0 || response.length > MAX_RESPONSE) {
            return new Malformed();
        }
        if (login != null) {
            try {
                return Outcome.step(authenticator.signIn(login, response, NAME, origin), new byte[0]);
            } finally {
                Arrays.fill(response, (byte) 0);
            }
        }
        Optional<String> text = Octets.text(response);
        if (text.isEmpty()) {
            return new Malformed();
        }
        login = text.get();
        return new Challenge("Password:".getBytes(StandardCharsets.US_ASCII));
    }
}
