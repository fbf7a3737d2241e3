// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.fumibako.registry.sasl.SaslServer;

/** The client's side of RFC 5802 §3, written without the server's arithmetic. */
record ScramClient(String user, String password) {
    private static final String NONCE = "fyko+d2lbbFgONRv9qkxdawL";

    /** What the server said first, taken apart. */
    record Offer(String text, byte[] salt, int iterations) {}

    Offer begin(SaslServer server) {
        SaslServer.Challenge challenge = (SaslServer.Challenge) server.respond(octets("n,," + bare()));
        String text = new String(challenge.octets(), StandardCharsets.US_ASCII);
        String[] part = text.split(",", -1);
        assertThat(part[0]).startsWith("r=" + NONCE).hasSizeGreaterThan(NONCE.length() + 18);
        byte[] salt = Base64.getDecoder().decode(part[1].substring("s=".length()));
        return new Offer(text, salt, Integer.parseInt(part[2].substring("i=".length())));
    }

    /** Sends the proof; the server's own proof is checked when it comes. */
    SaslServer.Step finish(SaslServer server, Offer offer) throws GeneralSecurityException {
        String nonce = offer.text().substring(0, offer.text().indexOf(','));
        String withoutProof = "c=biws," + nonce;
        byte[] signed = octets(bare() + "," + offer.text() + "," + withoutProof);
        byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), offer.salt(), offer.iterations(), 256))
                .getEncoded();
        byte[] proof = hmac(salted, octets("Client Key"));
        byte[] signature = hmac(MessageDigest.getInstance("SHA-256").digest(proof), signed);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= signature[i];
        }
        SaslServer.Step step = server.respond(octets(withoutProof + ",p=" + base64(proof)));
        if (step instanceof SaslServer.Success success) {
            assertThat(success.finalServerData())
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("v=" + base64(hmac(hmac(salted, octets("Server Key")), signed)));
        }
        return step;
    }

    private String bare() {
        return "n=" + user + ",r=" + NONCE;
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
