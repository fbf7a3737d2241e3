// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending from other countries: swaks behind a proxy, which the demo believes when it comes from 127.0.0.2. */
@ExtendWith(ServerUnderTest.class)
final class AbroadE2eTest {

    /** swaks's own exit status for a refused MAIL. */
    private static final int SENDER_REFUSED = 23;

    private static final String UNITED_STATES = "8.8.8.8";
    private static final String JAPAN = "133.11.0.1";

    private final Program program;

    AbroadE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void mailFromAnotherCountryIsRefusedInWordsThatPeopleUnderstand(String version, Server server) throws Exception {
        Program.Outcome outcome = send(server, server.newAccount(), UNITED_STATES, version);

        assertThat(outcome.status()).as(outcome.output()).isEqualTo(SENDER_REFUSED);
        assertThat(outcome.output())
                .contains(
                        "550 5.7.1 Sending from abroad is switched off",
                        "you are at 8.8.8.8, country US",
                        "travel pass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void mailFromHomeGoesOut(String version, Server server) throws Exception {
        send(server, server.newAccount(), JAPAN, version).success();
    }

    @Test
    void nobodyElseIsBelievedToSpeakForAnother(Server server) throws Exception {
        Program.Outcome outcome = submit(server, server.newAccount(), proxy(server, JAPAN, "1"));

        assertThat(outcome.status()).as(outcome.output()).isNotZero();
    }

    private Program.Outcome send(Server server, Account account, String from, String version)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(proxy(server, from, version));
        options.addAll(List.of("--local-interface", "127.0.0.2"));
        return submit(server, account, options);
    }

    private static List<String> proxy(Server server, String from, String version) {
        return List.of(
                "--proxy-version",
                version,
                "--proxy-family",
                version.equals("1") ? "TCP4" : "AF_INET",
                "--proxy-source",
                from,
                "--proxy-source-port",
                "40000",
                "--proxy-dest",
                "127.0.0.1",
                "--proxy-dest-port",
                String.valueOf(server.port("submission")));
    }

    private Program.Outcome submit(Server server, Account account, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("swaks", "--server", "127.0.0.1", "--tls"));
        command.addAll(List.of("--port", String.valueOf(server.port("submission")), "--auth", "PLAIN"));
        command.addAll(List.of("--auth-user", account.address(), "--auth-password", account.password()));
        command.addAll(List.of("--from", account.address(), "--to", "sakura@gmail.test"));
        command.addAll(options);
        return program.run(command, "");
    }
}
