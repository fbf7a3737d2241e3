// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.fumibako.smtp.client.Smarthost.Credentials;

/**
 * The client's part of SCRAM-SHA-256 (RFC 5802, RFC 7677): proves that we know the password without sending it, and lets the
 * server prove the same. For one thread and one sign-in.
 */
final class ScramClient {
    /** RFC 7677 §4 wants this many; fewer would make the password easy to guess for whoever recorded the exchange. */
    static final int MIN_ITERATIONS = 4_096;

    /** What a hostile server can make us compute: about a second. */
    static final int MAX_ITERATIONS = 1_000_000;

    /** {@code n,,}: no channel binding, no other identity (RFC 5802 §7). */
    private static final String HEADER = "n,,";

    private static final int NONCE_OCTETS = 18;
    private static final int KEY_BITS = 256;

    private final String bare;
    private final String nonce;
    private final String password;
    private byte[] serverSignature = new byte[0];

    private ScramClient(String bare, String nonce, String password) {
        this.bare = bare;
        this.nonce = nonce;
        this.password = password;
    }

    static ScramClient begin(Credentials credentials, SecureRandom random) {
        byte[] octets = new byte[NONCE_OCTETS];
        random.nextBytes(octets);
        return begin(credentials, base64(octets));
    }

    /** With a nonce that is known beforehand, as in the example of RFC 7677 §3. */
    static ScramClient begin(Credentials credentials, String nonce) {
        String user = credentials.user().replace("=", "=3D").replace(",", "=2C");
        return new ScramClient("n=" + user + ",r=" + nonce, nonce, credentials.password());
    }

    /** client-first-message. */
    String first() {
        return HEADER + bare;
    }

    /** client-final-message; empty when the server's first one is not acceptable. */
    Optional<String> last(String serverFirst) {
        String[] part = serverFirst.split(",", -1);
        if (part.length < 3
                || !part[0].startsWith("r=" + nonce)
                || part[0].length() == nonce.length() + 2
                || !part[1].startsWith("s=")
                || !part[2].matches("i=[0-9]{1,7}")) {
            return Optional.empty();
        }
        int iterations = Integer.parseInt(part[2].substring(2));
        if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
            return Optional.empty();
        }
        try {
            byte[] salted = salted(Base64.getDecoder().decode(part[1].substring(2)), iterations);
            String withoutProof = "c=" + base64(HEADER.getBytes(StandardCharsets.US_ASCII)) + "," + part[0];
            String signed = bare + "," + serverFirst + "," + withoutProof;
            serverSignature = hmac(hmac(salted, "Server Key"), signed);
            return Optional.of(withoutProof + ",p=" + base64(proof(salted, signed)));
        } catch (IllegalArgumentException saltIsNotBase64) {
            return Optional.empty();
        }
    }

    /** Whether server-final-message shows that the server knows the password. */
    boolean proves(String serverFinal) {
        String expected = "v=" + base64(serverSignature);
        return serverSignature.length > 0
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), serverFinal.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] proof(byte[] salted, String signed) {
        byte[] clientKey = hmac(salted, "Client Key");
        byte[] signature = hmac(sha256(clientKey), signed);
        byte[] proof = new byte[clientKey.length];
        for (int i = 0; i < proof.length; i++) {
            proof[i] = (byte) (clientKey[i] ^ signature[i]);
        }
        return proof;
    }

    private byte[] salted(byte[] salt, int iterations) {
        if (salt.length == 0) {
            throw new IllegalArgumentException("no salt");
        }
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2", e);
        }
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
