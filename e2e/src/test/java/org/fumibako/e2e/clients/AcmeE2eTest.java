// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fumibako.e2e.server.Await;
import org.fumibako.e2e.server.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pebble, the certificate authority for tests of those who run Let's Encrypt, issues certificates to a server that it finds through
 * the server's own DNS. It refuses some requests for no reason, as it does to try clients out.
 */
final class AcmeE2eTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final Path home;
    private final Program program;
    private final int dns = freePort();
    private final int http = freePort();
    private final int imaps = freePort();
    private final int authority = freePort();

    AcmeE2eTest(@TempDir Path home) throws IOException {
        this.home = home;
        this.program = new Program(home);
    }

    @Test
    void theHostAndADomainGetCertificatesAndClientsSeeThemAtOnce() throws Exception {
        Process pebble = pebble();
        zone();
        try (Run server = new Run(home, configuration(), imaps)) {
            Await.until(
                    "the host's certificate",
                    SOON,
                    () -> issuer("sv001.example.test").contains("Pebble"));

            server.admin("customer", "add", "shop");
            server.admin("domain", "add", "shop.test", "--customer", "shop");
            Await.until(
                    "the certificate of the new domain",
                    SOON,
                    () -> names("mail.shop.test").contains("DNS:mail.shop.test"));
            // Pebble asks our name server as if it were a resolver, and finds no address behind an alias.
            assertThat(names("mail.shop.test")).doesNotContain("DNS:autoconfig.shop.test");
            assertThat(server.admin("tls", "list"))
                    .contains("issued   sv001.example.test: until ")
                    .contains("issued   shop.test: until ")
                    .contains("because: autoconfig.shop.test: ");
        } finally {
            pebble.destroy();
            Await.until("the end of Pebble", SOON, () -> !pebble.isAlive());
        }
        // What was issued is there without the authority.
        try (Run again = new Run(home, configuration(), imaps)) {
            assertThat(names("mail.shop.test")).contains("DNS:mail.shop.test");
            assertThat(again.admin("tls", "list")).contains("in use ");
        }
    }

    @Test
    void withoutAnAuthorityTheServerServesAndSaysWhatIsWrong() throws Exception {
        program.run(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-keyout",
                        "other.key",
                        "-out",
                        "pebble.pem",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=nobody")
                .success();
        zone();
        try (Run server = new Run(home, configuration(), imaps)) {
            assertThat(issuer("sv001.example.test")).contains("Fumibako");
            Await.until(
                    "the complaint", SOON, () -> server.admin("tls", "list").contains("none yet, ordered next at "));
        }
    }

    /** Whose certificate a client sees that asks for {@code name}. */
    private String issuer(String name) throws IOException, InterruptedException {
        return certificate(name, "-issuer");
    }

    private String names(String name) throws IOException, InterruptedException {
        return certificate(name, "-ext", "subjectAltName");
    }

    private String certificate(String name, String... wanted) throws IOException, InterruptedException {
        String seen = program.run("openssl", "s_client", "-connect", "127.0.0.1:" + imaps, "-servername", name)
                .output();
        List<String> command = new java.util.ArrayList<>(List.of("openssl", "x509", "-noout"));
        command.addAll(List.of(wanted));
        return program.run(command, seen).output();
    }

    private Process pebble() throws IOException, InterruptedException {
        program.run(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-keyout",
                        "pebble.key",
                        "-out",
                        "pebble.pem",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost,IP:127.0.0.1")
                .success();
        Path configuration = Files.writeString(
                home.resolve("pebble.json"), """
                {"pebble": {"listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
                  "certificate": "%3$s/pebble.pem", "privateKey": "%3$s/pebble.key",
                  "httpPort": %4$d, "tlsPort": %5$d, "ocspResponderURL": "", "externalAccountBindingRequired": false}}
                """.formatted(authority, freePort(), home, http, freePort()));
        ProcessBuilder builder = new ProcessBuilder(
                        "pebble", "-config", configuration.toString(), "-strict", "-dnsserver", "127.0.0.1:" + dns)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("pebble.out").toFile());
        builder.environment().put("PEBBLE_VA_NOSLEEP", "1");
        return builder.start();
    }

    private void zone() throws IOException {
        Files.writeString(home.resolve("example.test.zone"), """
                example.test.       60 IN SOA sv001.example.test. host.example.test. 1 7200 900 1209600 60
                example.test.       60 IN NS  sv001.example.test.
                sv001.example.test. 60 IN A   127.0.0.1
                """);
    }

    private String configuration() {
        return """
                [listen]
                dns = "127.0.0.1:%1$d"
                http = "127.0.0.1:%2$d"
                imaps = "127.0.0.1:%3$d"

                [acme]
                terms = "agreed"
                contact = "hostmaster@example.com"
                directory = "https://localhost:%4$d/dir"
                trust = "pebble.pem"

                [dns]
                upstream = ["127.0.0.1:%1$d"]
                zones = ["example.test.zone"]

                [dns.customers]
                host_addresses = ["127.0.0.1"]

                [[dns.forward]]
                name = "test"
                upstream = ["127.0.0.1:%1$d"]
                """.formatted(dns, http, imaps, authority);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
