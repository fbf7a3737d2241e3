// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sasl;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.registry.Account;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Authenticator.SignIn;

/**
 * One SASL exchange (RFC 4422 §3). A client that sent an initial response begins with {@link #respond}; otherwise the
 * protocol sends {@link #firstChallenge} and hands the answer to {@link #respond}, and so on until a step is not a
 * {@link Challenge}.
 */
public sealed interface SaslServer permits PlainServer, LoginServer, ScramServer {
    /** Octets in a response; PLAIN with the longest login and password is below. */
    int MAX_RESPONSE = 4096;

    /**
     * The mechanisms there are, best first.
     *
     * @param bound whether the connection has a channel binding
     */
    static List<String> mechanisms(boolean bound) {
        return bound
                ? List.of(ScramServer.PLUS, ScramServer.NAME, PlainServer.NAME, LoginServer.NAME)
                : List.of(ScramServer.NAME, PlainServer.NAME, LoginServer.NAME);
    }

    /**
     * Begins an exchange; empty when there is no such mechanism. {@code mechanism} in any case.
     *
     * @param binding what the connection is known by at both ends ({@code tls-exporter}, RFC 9266); empty where there is none
     */
    static Optional<SaslServer> start(
            String mechanism, Authenticator authenticator, Origin origin, Optional<byte[]> binding) {
        return switch (mechanism.toUpperCase(Locale.ROOT)) {
            case PlainServer.NAME -> Optional.of(new PlainServer(authenticator, origin));
            case LoginServer.NAME -> Optional.of(new LoginServer(authenticator, origin));
            case ScramServer.NAME ->
                Optional.of(new ScramServer(authenticator, origin, nonce(), ScramBinding.without(binding.isPresent())));
            case ScramServer.PLUS ->
                binding.map(known -> new ScramServer(authenticator, origin, nonce(), ScramBinding.to(known)));
            default -> Optional.empty();
        };
    }

    private static String nonce() {
        return ScramServer.nonce(new SecureRandom());
    }

    /** What to send to a client that gave no initial response; empty for mechanisms in which the client speaks first. */
    byte[] firstChallenge();

    /** Takes what the client sent, decoded from base64. Not to be called again after the exchange has ended. */
    Step respond(byte[] response);

    /** What comes next in an exchange. */
    sealed interface Step {}

    /** Send these octets and await a response. */
    record Challenge(byte[] octets) implements Step {}

    /**
     * The client is who it says. When {@code finalServerData} is not empty, send it as a last challenge, and await an empty
     * response, before the protocol's own success reply (RFC 4422 §3.6, RFC 4954 §4, RFC 9051 §6.2.2).
     */
    record Success(SignIn.Granted granted, byte[] finalServerData) implements Step {
        /** Who signed in. */
        public Account account() {
            return granted.account();
        }
    }

    /** It is not; {@code outcome} is anything but granted. */
    record Failure(SignIn outcome) implements Step {}

    /** What the client sent is not what the mechanism says; nothing was checked. */
    record Malformed() implements Step {}
}
