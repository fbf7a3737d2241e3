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

/** NSD keeps a copy of a zone of ours: it takes the zone with its key, and hears at once when it changes. */
final class SecondaryE2eTest {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    /** Far below the zone's refresh time: whoever is up to date by then was told. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Path home;
    private final Program program;
    private final int ours = freePort();
    private final int theirs = freePort();

    SecondaryE2eTest(@TempDir Path home) throws IOException {
        this.home = home;
        this.program = new Program(home);
    }

    @Test
    void aSecondaryAnswersAsWeDoAndHearsOfChanges() throws Exception {
        Path zone = Files.writeString(home.resolve("example.test.zone"), zone(1, ""));
        program.file("key", SECRET + "\n");
        try (Run server = new Run(home, configuration(), ours)) {
            Process nsd = nsd();
            try {
                Await.until(
                        "NSD's first copy",
                        SOON,
                        () -> ask(theirs, "example.test", "SOA").contains(" 1 7200 "));
                for (List<String> question : List.of(
                        List.of("example.test", "NS"),
                        List.of("example.test", "MX"),
                        List.of("example.test", "TXT"),
                        List.of("www.example.test", "CNAME"),
                        List.of("a.wild.example.test", "A"),
                        List.of("_imaps._tcp.example.test", "SRV"),
                        List.of("_25._tcp.example.test", "TLSA"),
                        List.of("example.test", "CAA"),
                        List.of("no.example.test", "A"))) {
                    assertThat(ask(theirs, question.get(0), question.get(1)))
                            .as(question.toString())
                            .isEqualTo(ask(ours, question.get(0), question.get(1)));
                }

                Files.writeString(zone, zone(2, "new.example.test. 60 IN A 192.0.2.99\n"));
                assertThat(server.admin("dns", "reload")).contains("1 zone has changed");
                Await.until(
                        "NSD's copy of the change",
                        SOON,
                        () -> ask(theirs, "new.example.test", "A").contains("192.0.2.99"));
            } finally {
                nsd.destroy();
                Await.until("the end of NSD", SOON, () -> !nsd.isAlive());
            }
        }
    }

    @Test
    void aTransferIsAZoneThatLdnsReads() throws Exception {
        Files.writeString(home.resolve("example.test.zone"), zone(1, ""));
        program.file("key", SECRET + "\n");
        try (Run server = new Run(home, configuration(), ours)) {
            String transferred = program.run(
                            "dig",
                            "@127.0.0.1",
                            "-p",
                            String.valueOf(ours),
                            "-y",
                            "hmac-sha256:secondary:" + SECRET,
                            "+onesoa",
                            "+nocomments",
                            "example.test",
                            "AXFR")
                    .success()
                    .output();
            Path file = program.file(
                    "transferred",
                    transferred
                            .lines()
                            .filter(line -> !line.startsWith(";") && !line.contains("TSIG"))
                            .map(line -> line + "\n")
                            .reduce("", String::concat));
            String read = program.run("ldns-read-zone", "-c", file.toString())
                    .success()
                    .output();
            assertThat(read.lines().filter(line -> line.contains("IN"))).hasSize(10);
            assertThat(program.run("dig", "@127.0.0.1", "-p", String.valueOf(ours), "example.test", "AXFR")
                            .output())
                    .contains("Transfer failed");
        }
    }

    private Process nsd() throws IOException {
        Path configuration = Files.writeString(
                home.resolve("nsd.conf"), """
                server:
                  ip-address: 127.0.0.1@%1$d
                  server-count: 1
                  username: "%5$s"
                  chroot: ""
                  database: ""
                  zonesdir: "%2$s"
                  logfile: "%2$s/nsd.log"
                  pidfile: "%2$s/nsd.pid"
                  xfrdfile: "%2$s/xfrd.state"
                  zonelistfile: "%2$s/zone.list"
                  xfrdir: "%2$s"
                  hide-version: yes
                remote-control:
                  control-enable: no
                key:
                  name: "secondary"
                  algorithm: hmac-sha256
                  secret: "%4$s"
                zone:
                  name: "example.test"
                  zonefile: "copy.zone"
                  allow-notify: 127.0.0.1 secondary
                  request-xfr: 127.0.0.1@%3$d secondary
                """.formatted(theirs, home, ours, SECRET, System.getProperty("user.name")));
        return new ProcessBuilder("nsd", "-d", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("nsd.out").toFile())
                .start();
    }

    private String configuration() {
        return """
                [listen]
                dns = "127.0.0.1:%d"

                [dns]
                zones = ["example.test.zone"]

                [[dns.secondary]]
                address = "127.0.0.1:%d"
                key = "secondary"
                secret_file = "key"
                """.formatted(ours, theirs);
    }

    private static String zone(int serial, String more) {
        return """
                example.test.             3600 IN SOA   ns1.example.test. host.example.test. %d 7200 900 1209600 300
                example.test.             3600 IN NS    ns1.example.test.
                example.test.             3600 IN MX    10 mx.example.net.
                example.test.             3600 IN TXT   "v=spf1 -all"
                example.test.             3600 IN CAA   0 issue "letsencrypt.org"
                ns1.example.test.         3600 IN A     127.0.0.1
                www.example.test.         3600 IN CNAME ns1.example.test.
                *.wild.example.test.      3600 IN A     192.0.2.1
                _imaps._tcp.example.test. 3600 IN SRV   0 1 993 mx.example.net.
                _25._tcp.example.test.    3600 IN TLSA  3 1 1 0b9fa5a59eed715c26c1020c711b4f6ec42d58b0015e14337a39dad301c5afc3
                """.formatted(serial) + more;
    }

    /** Answer and authority; NSD adds the zone's servers to answers, which we leave away. */
    private String ask(int port, String name, String type) throws IOException, InterruptedException {
        return program.run(
                        "dig",
                        "@127.0.0.1",
                        "-p",
                        String.valueOf(port),
                        "+norec",
                        "+nocmd",
                        "+nostats",
                        "+noquestion",
                        "+noadditional",
                        "+noauthority",
                        "+nocomments",
                        "+tries=1",
                        "+time=2",
                        name,
                        type)
                .output();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
