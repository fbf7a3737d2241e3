// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** AUTH SCRAM-SHA-256 (RFC 5802 §3, RFC 7677), computed here from the password. */
class ScramTest {
    private static final String BARE = "n=" + House.TARO + ",r=fyko+d2lbbFgONRv9qkxdawL";

    @Test
    void theClientProvesThePasswordAndHearsTheServersProof() throws Exception {
        try (House house = House.open();
                Client client = Client.connect(house)) {
            Proof proof = begin(client, House.PASSWORD);

            assertThat(client.say(base64(proof.message()))).isEqualTo("+ " + base64("v=" + proof.serverSignature()));
            assertThat(client.say("")).startsWith("+OK 3 messages");
            assertThat(client.say("STAT")).startsWith("+OK 3 ");
        }
    }

    @Test
    void aClientThatDoubtsTheServerIsNotSignedIn() throws Exception {
        try (House house = House.open();
                Client client = Client.connect(house)) {
            client.say(base64(begin(client, House.PASSWORD).message()));

            assertThat(client.say("*")).isEqualTo("-ERR Authentication is cancelled");
            assertThat(client.say("STAT")).isEqualTo("-ERR Sign in first");
        }
    }

    @Test
    void theWrongPasswordIsRefused() throws Exception {
        try (House house = House.open();
                Client client = Client.connect(house)) {
            Proof proof = begin(client, "something else");

            assertThat(client.say(base64(proof.message()))).isEqualTo("-ERR [AUTH] Wrong address or password");
        }
    }

    /** What the client sends, and what the server must answer. */
    private record Proof(String message, String serverSignature) {}

    private static Proof begin(Client client, String password) throws Exception {
        String challenge = client.say("AUTH SCRAM-SHA-256 " + base64("n,," + BARE));
        assertThat(challenge).startsWith("+ ");
        String serverFirst = new String(Base64.getDecoder().decode(challenge.substring(2)), StandardCharsets.US_ASCII);
        String[] parts = serverFirst.split(",", -1);
        String withoutProof = "c=biws," + parts[0];
        byte[] salt = Base64.getDecoder().decode(parts[1].substring(2));
        byte[] salted = salted(password, salt, Integer.parseInt(parts[2].substring(2)));
        String signed = BARE + "," + serverFirst + "," + withoutProof;
        byte[] clientKey = hmac(salted, "Client Key");
        byte[] proof = hmac(MessageDigest.getInstance("SHA-256").digest(clientKey), signed);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= clientKey[i];
        }
        Base64.Encoder encoder = Base64.getEncoder();
        return new Proof(
                withoutProof + ",p=" + encoder.encodeToString(proof),
                encoder.encodeToString(hmac(hmac(salted, "Server Key"), signed)));
    }

    private static byte[] salted(String password, byte[] salt, int iterations) throws GeneralSecurityException {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
                .getEncoded();
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
