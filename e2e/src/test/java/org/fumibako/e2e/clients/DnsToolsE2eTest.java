// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name server as dig, kdig, drill and dnsperf see it. */
@ExtendWith(ServerUnderTest.class)
final class DnsToolsE2eTest {

    private final Program program;

    DnsToolsE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dig", "kdig"})
    void recordsAreAnsweredOverUdpAndTcp(String tool, Server server) throws Exception {
        for (String transport : List.of("+notcp", "+tcp")) {
            assertThat(ask(tool, server, transport, "+short", "example.test", "MX"))
                    .contains("10 sv001.fumibako.test.");
            assertThat(ask(tool, server, transport, "+short", "sv001.fumibako.test", "AAAA"))
                    .contains("::1");
            assertThat(ask(tool, server, transport, "_imaps._tcp.example.test", "SRV"))
                    .contains("status: NOERROR", "SRV", "993 sv001.fumibako.test.");
            assertThat(ask(tool, server, transport, "anything.dev.example.test", "A"))
                    .contains("status: NOERROR", "127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dig", "kdig"})
    void whatDoesNotExistIsToldWithTheSoa(String tool, Server server) throws Exception {
        assertThat(ask(tool, server, "no.example.test", "A")).contains("status: NXDOMAIN", "SOA");
        assertThat(ask(tool, server, "example.test", "AAAA")).contains("status: NOERROR", "SOA");
        assertThat(ask(tool, server, "_tcp.example.test", "TXT")).contains("status: NOERROR", "SOA");
    }

    @Test
    void whatIsNotOursIsRefused(Server server) throws Exception {
        assertThat(ask("dig", server, "example.com", "A")).contains("status: REFUSED");
        assertThat(ask("dig", server, "+rec", "example.com", "A")).doesNotContain(" ra;");
        assertThat(ask("dig", server, "example.test", "AXFR")).contains("Transfer failed");
        assertThat(ask("dig", server, "version.bind", "CH", "TXT")).contains("status: REFUSED");
        assertThat(ask("dig", server, "+edns=1", "+noednsneg", "example.test", "A"))
                .contains("status: BADVERS");
    }

    @Test
    void anyIsKeptSmall(Server server) throws Exception {
        assertThat(ask("dig", server, "+notcp", "example.test", "ANY")).contains("status: NOERROR", "ANSWER: 1,");
    }

    @Test
    void drillFollowsAliases(Server server) throws Exception {
        String output = program.run("drill", "-p", port(server), "www.example.test", "@127.0.0.1", "A")
                .success()
                .output();
        assertThat(output).contains("CNAME", "example.test.", "127.0.0.1", "rcode: NOERROR");
    }

    @Test
    void everyOneOfManyQuestionsIsAnswered(Server server) throws Exception {
        String questions = IntStream.range(0, 150)
                .mapToObj(i -> "n" + i + ".dev.example.test A\nexample.test MX\nno" + i + ".example.test TXT")
                .collect(Collectors.joining("\n", "", "\n"));
        Path file = program.file("questions", questions);
        String output = program.run(
                        "dnsperf", "-s", "127.0.0.1", "-p", port(server), "-d", file.toString(), "-n", "1", "-Q", "300")
                .success()
                .output();
        assertThat(output).containsPattern("Queries completed:\\s+450 \\(100.00%\\)");
    }

    private String ask(String tool, Server server, String... question) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool, "@127.0.0.1", "-p", port(server)));
        command.addAll(List.of(question));
        return program.run(command, "").output();
    }

    private static String port(Server server) {
        return String.valueOf(server.port("dns"));
    }
}
