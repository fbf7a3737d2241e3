// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sasl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Authenticator.ScramKey;
import org.fumibako.registry.Authenticator.ScramKeys;
import org.fumibako.registry.ScramHash;
import org.jspecify.annotations.Nullable;

/**
 * SCRAM-SHA-256 and SCRAM-SHA-256-PLUS (RFC 5802 §5, RFC 7677): the client proves that it knows the password without sending it, and
 * with PLUS also that there is nobody between it and us.
 */
final class ScramServer implements SaslServer {
    static final String NAME = "SCRAM-SHA-256";
    static final String PLUS = "SCRAM-SHA-256-PLUS";

    /** Octets of randomness in the server's part of the nonce. */
    private static final int NONCE_OCTETS = 18;

    private final Authenticator authenticator;
    private final Origin origin;
    private final String serverNonce;
    private final ScramBinding binding;
    private @Nullable Exchange exchange;

    /** What was said so far. */
    private record Exchange(ScramMessage.First first, String nonce, String serverFirst) {}

    ScramServer(Authenticator authenticator, Origin origin, String serverNonce, ScramBinding binding) {
        this.binding = binding;
        this.authenticator = authenticator;
        this.origin = origin;
        this.serverNonce = serverNonce;
    }

    static String nonce(SecureRandom random) {
        byte[] octets = new byte[NONCE_OCTETS];
        random.nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }

    @Override
    public byte[] firstChallenge() {
        return new byte[0];
    }

    @Override
    public Step respond(byte[] response) {
        Optional<String> text = response.length > MAX_RESPONSE ? Optional.empty() : Octets.text(response);
        if (text.isEmpty()) {
            return new Malformed();
        }
        return exchange == null ? first(text.get()) : last(text.get(), exchange);
    }

    private Step first(String text) {
        Optional<ScramMessage.First> first = ScramMessage.first(text);
        if (first.isEmpty() || !binding.allows(first.get().flag())) {
            return new Malformed();
        }
        ScramKeys keys = authenticator.scramKeys(first.get().user());
        String nonce = first.get().nonce() + serverNonce;
        String serverFirst = "r=" + nonce + ",s=" + base64(keys.salt()) + ",i=" + keys.iterations();
        exchange = new Exchange(first.get(), nonce, serverFirst);
        return new Challenge(serverFirst.getBytes(StandardCharsets.US_ASCII));
    }

    private Step last(String text, Exchange exchange) {
        Optional<ScramMessage.Final> last = ScramMessage.last(text);
        if (last.isEmpty() || !repeats(last.get(), exchange)) {
            return new Malformed();
        }
        byte[] signed = String.join(
                        ",",
                        exchange.first().bare(),
                        exchange.serverFirst(),
                        last.get().withoutProof())
                .getBytes(StandardCharsets.UTF_8);
        // Asked again: a password that was changed since the exchange began must not sign in at its end.
        Optional<ScramKey> proven = authenticator.scramKeys(exchange.first().user()).keys().stream()
                .filter(key ->
                        ScramHash.fits(key.storedKey(), signed, last.get().proof()))
                .findFirst();
        byte[] serverSignature =
                proven.map(key -> ScramHash.hmac(key.serverKey(), signed)).orElseGet(() -> new byte[0]);
        return Outcome.step(
                authenticator.scramFinished(exchange.first().user(), proven, origin),
                ("v=" + base64(serverSignature)).getBytes(StandardCharsets.US_ASCII));
    }

    /** RFC 5802 §5.1: nonce and GS2 header must come back as they were. */
    private boolean repeats(ScramMessage.Final last, Exchange exchange) {
        String expected = binding.expected(exchange.first().gs2Header());
        return MessageDigest.isEqual(ascii(last.nonce()), ascii(exchange.nonce()))
                && MessageDigest.isEqual(ascii(last.channelBinding()), ascii(expected));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
