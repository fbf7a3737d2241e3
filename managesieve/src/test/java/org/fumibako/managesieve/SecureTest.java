// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/** STARTTLS (RFC 5804 §2.2) and SCRAM-SHA-256 (RFC 5802 §3), computed here from the password. */
class SecureTest {
    private static final String BARE = "n=" + House.TARO + ",r=fyko+d2lbbFgONRv9qkxdawL";

    @Test
    void capabilitiesAreToldAnewUnderTls() throws Exception {
        try (House house = new House();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
            Talk clear = new Talk(socket);
            clear.until("OK");
            assertThat(clear.say("STARTTLS")).isEqualTo("OK \"Begin TLS\"");
            SSLSocket secure =
                    (SSLSocket) trusting().getSocketFactory().createSocket(socket, "localhost", house.port(), true);
            Talk talk = new Talk(secure);
            assertThat(talk.until("OK"))
                    .contains("\"VERSION\" \"1.0\"")
                    .doesNotContain("\"STARTTLS\"")
                    .last()
                    .isEqualTo("OK \"TLS has begun\"");
            assertThat(talk.say("STARTTLS")).isEqualTo("NO \"TLS is on already\"");
        }
    }

    @Test
    void clientProvesThePasswordAndHearsTheServersProof() throws Exception {
        try (House house = new House();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
            Talk talk = new Talk(socket);
            talk.until("OK");
            String challenge = talk.say("AUTHENTICATE \"SCRAM-SHA-256\" \"" + base64("n,," + BARE) + "\"");
            String first = new String(
                    Base64.getDecoder().decode(challenge.substring(1, challenge.length() - 1)),
                    StandardCharsets.US_ASCII);
            Proof proof = proof(first, House.PASSWORD);
            assertThat(talk.say("\"" + base64(proof.message()) + "\""))
                    .isEqualTo("OK (SASL \"" + base64("v=" + proof.serverSignature()) + "\") \"Welcome\"");
            assertThat(talk.say("LISTSCRIPTS")).isEqualTo("OK \"Done\"");
        }
    }

    /** What the client sends, and what the server must answer. */
    private record Proof(String message, String serverSignature) {}

    private static Proof proof(String serverFirst, String password) throws GeneralSecurityException {
        String[] parts = serverFirst.split(",", -1);
        String withoutProof = "c=biws," + parts[0];
        byte[] salt = Base64.getDecoder().decode(parts[1].substring(2));
        int iterations = Integer.parseInt(parts[2].substring(2));
        byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
                .getEncoded();
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

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SSLContext trusting() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    /** The certificate is not what is tested here. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** One side of a dialogue. */
    private static final class Talk {
        private final OutputStream out;
        private final BufferedReader in;

        Talk(Socket socket) throws IOException {
            socket.setSoTimeout(20_000);
            InputStream stream = socket.getInputStream();
            out = socket.getOutputStream();
            in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }

        String say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return String.valueOf(in.readLine());
        }

        /** Lines up to one that begins so. */
        List<String> until(String begin) throws IOException {
            List<String> lines = new ArrayList<>();
            do {
                lines.add(String.valueOf(in.readLine()));
            } while (!lines.getLast().startsWith(begin));
            return lines;
        }
    }
}
