// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.testkit.TrustEverybody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SCRAM-SHA-256-PLUS over real TLS (RFC 5802 §6, RFC 9266), by a client that does its own arithmetic. */
@SuppressWarnings("AddressSelection") // loopback has one address that we listen on
class ChannelBindingTest {
    private static final String LOGIN = "jiro@example.test";
    private static final String NONCE = "fyko+d2lbbFgONRv9qkxdawL";

    @TempDir
    private static Path data;

    private static Desk desk;

    /**
     * How a protocol frames the exchange.
     *
     * @param before what is said first; its answer ends with {@code ready}
     * @param auth before the name of the mechanism
     * @param challenge before each challenge
     * @param granted how the success begins
     * @param refused how a refusal begins
     */
    record Frame(
            Service service,
            String before,
            String ready,
            String auth,
            String challenge,
            String granted,
            String refused) {}

    static Stream<Frame> frames() {
        return Stream.of(
                new Frame(Service.IMAPS, "a CAPABILITY", "a OK", "b AUTHENTICATE ", "+ ", "b OK", "b "),
                new Frame(Service.POP3S, "CAPA", ".", "AUTH ", "+ ", "+OK", "-ERR"));
    }

    @BeforeAll
    static void open() {
        desk = new Desk(data);
        desk.admin("account", "add", LOGIN);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void clientThatIsAtTheOtherEndOfTheConnectionSignsIn(Frame frame) throws Exception {
        try (Wire wire = new Wire(frame)) {
            assertThat(wire.offer()).contains("SCRAM-SHA-256-PLUS");
            assertThat(wire.signIn("p=tls-exporter", wire.binding())).startsWith(frame.granted());
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void somebodyInBetweenDoesNot(Frame frame) throws Exception {
        try (Wire wire = new Wire(frame)) {
            assertThat(wire.signIn("p=tls-exporter", new byte[32]))
                    .startsWith(frame.refused())
                    .doesNotStartWith(frame.granted());
        }
    }

    /** Octets to and from one port. */
    private static final class Wire implements AutoCloseable {
        private final Frame frame;
        private final SSLSocket socket;
        private final BufferedReader in;
        private final String offer;

        Wire(Frame frame) throws Exception {
            this.frame = frame;
            int port = desk.server().ports().get(frame.service());
            socket = TrustEverybody.over(new Socket("127.0.0.1", port));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            in.readLine();
            say(frame.before());
            StringBuilder said = new StringBuilder();
            String line = in.readLine();
            while (!line.startsWith(frame.ready())) {
                said.append(line).append('\n');
                line = in.readLine();
            }
            offer = said.toString();
        }

        String offer() {
            return offer;
        }

        byte[] binding() throws Exception {
            return ((ExtendedSSLSession) socket.getSession())
                    .exportKeyingMaterialData("EXPORTER-Channel-Binding", new byte[0], 32);
        }

        /** The last line that the server says. */
        String signIn(String flag, byte[] binding) throws Exception {
            String bare = "n=" + LOGIN + ",r=" + NONCE;
            String header = flag + ",,";
            say(frame.auth() + "SCRAM-SHA-256-PLUS " + base64(octets(header + bare)));
            String serverFirst = challenge(in.readLine());
            List<String> part = List.of(serverFirst.split(",", 3));
            byte[] salted = salted(part);
            byte[] bound = octets(header);
            byte[] input = java.util.Arrays.copyOf(bound, bound.length + binding.length);
            System.arraycopy(binding, 0, input, bound.length, binding.length);
            String withoutProof = "c=" + base64(input) + "," + part.get(0);
            byte[] signed = octets(bare + "," + serverFirst + "," + withoutProof);
            byte[] proof = hmac(salted, octets("Client Key"));
            byte[] signature = hmac(MessageDigest.getInstance("SHA-256").digest(proof), signed);
            for (int i = 0; i < proof.length; i++) {
                proof[i] ^= signature[i];
            }
            say(base64(octets(withoutProof + ",p=" + base64(proof))));
            String line = in.readLine();
            if (!line.startsWith(frame.challenge())) {
                return line;
            }
            assertThat(challenge(line)).isEqualTo("v=" + base64(hmac(hmac(salted, octets("Server Key")), signed)));
            say("");
            return in.readLine();
        }

        private static byte[] salted(List<String> part) throws GeneralSecurityException {
            byte[] salt = Base64.getDecoder().decode(part.get(1).substring("s=".length()));
            int iterations = Integer.parseInt(part.get(2).substring("i=".length()));
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(Desk.PASSWORD.toCharArray(), salt, iterations, 256))
                    .getEncoded();
        }

        private String challenge(String line) {
            assertThat(line).startsWith(frame.challenge());
            return new String(
                    Base64.getDecoder().decode(line.substring(frame.challenge().length())), StandardCharsets.US_ASCII);
        }

        private void say(String line) throws IOException {
            socket.getOutputStream().write(octets(line + "\r\n"));
            socket.getOutputStream().flush();
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

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
