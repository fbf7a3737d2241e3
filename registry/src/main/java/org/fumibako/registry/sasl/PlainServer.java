// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sasl;

import java.util.Arrays;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.registry.Authenticator;

/** RFC 4616: {@code [authzid] NUL authcid NUL passwd} in one message. */
final class PlainServer implements SaslServer {
    static final String NAME = "PLAIN";

    private final Authenticator authenticator;
    private final Origin origin;

    PlainServer(Authenticator authenticator, Origin origin) {
        this.authenticator = authenticator;
        this.origin = origin;
    }

    @Override
    public byte[] firstChallenge() {
        return new byte[0];
    }

    @Override
    public Step respond(byte[] response) {
        int first = nul(response, 0);
        int second = first < 0 ? -1 : nul(response, first + 1);
        if (response.length > MAX_RESPONSE || second < 0 || nul(response, second + 1) >= 0) {
            return new Malformed();
        }
        Optional<String> authorization = Octets.text(response, 0, first);
        Optional<String> login = Octets.text(response, first + 1, second);
        if (authorization.isEmpty() || login.isEmpty() || login.get().isEmpty() || second + 1 == response.length) {
            return new Malformed();
        }
        if (!authorization.get().isEmpty() && !authorization.get().equalsIgnoreCase(login.get())) {
            // RFC 4616 §2: acting for somebody else is not offered.
            return new Failure(new Authenticator.SignIn.Denied());
        }
        byte[] password = Arrays.copyOfRange(response, second + 1, response.length);
        try {
            return Outcome.step(authenticator.signIn(login.get(), password, NAME, origin), new byte[0]);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static int nul(byte[] octets, int from) {
        for (int i = from; i < octets.length; i++) {
            if (octets[i] == 0) {
                return i;
            }
        }
        return -1;
    }
}
