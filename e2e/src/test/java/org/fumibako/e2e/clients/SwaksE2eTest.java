// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

@ExtendWith(ServerUnderTest.class)
final class SwaksE2eTest {

    /** swaks's own exit statuses. */
    private static final int RECIPIENT_REFUSED = 24;

    private static final int NOT_AUTHENTICATED = 28;

    private final Program program;

    SwaksE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--pipeline", "--tls"})
    void aStrangersMailIsInTheMailboxByteForByte(String option, Server server) throws Exception {
        Account account = server.newAccount();
        Sample sample = new Sample("swaks-stranger");

        send(server, "smtp", account.address(), sample, option).success();

        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            assertThat(inbox.await(1)).singleElement().asString().endsWith(expected(sample));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN"})
    void submissionTakesMailAfterStartTlsAndAuth(String mechanism, Server server) throws Exception {
        Account account = server.newAccount();
        Sample sample = new Sample("swaks-submission", account);

        send(server, "submission", account.address(), sample, "--tls", "--auth", mechanism, login(account))
                .success();

        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            assertThat(inbox.await(1)).singleElement().asString().endsWith(expected(sample));
        }
    }

    @Test
    void submissionTakesMailOverImplicitTls(Server server) throws Exception {
        Account account = server.newAccount();
        Sample sample = new Sample("swaks-submissions", account);

        send(server, "submissions", account.address(), sample, "--tls-on-connect", "--auth", "PLAIN", login(account))
                .success();

        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            assertThat(inbox.await(1)).singleElement().asString().endsWith(expected(sample));
        }
    }

    @Test
    void aWrongPasswordIsRefused(Server server) throws Exception {
        Account account = server.newAccount();
        Account wrong = new Account(account.address(), "not-the-password");

        Program.Outcome outcome = send(
                server, "submission", account.address(), new Sample("x"), "--tls", "--auth", "PLAIN", login(wrong));

        assertThat(outcome.status()).isEqualTo(NOT_AUTHENTICATED);
        assertThat(outcome.output()).contains("535 5.7.8");
    }

    @Test
    void authIsNotOfferedBeforeTls(Server server) throws Exception {
        Account account = server.newAccount();

        Program.Outcome outcome =
                send(server, "submission", account.address(), new Sample("x"), "--auth", "PLAIN", login(account));

        assertThat(outcome.status()).isEqualTo(NOT_AUTHENTICATED);
    }

    @Test
    void anUnknownUserIsRefusedInTheDialogue(Server server) throws Exception {
        Program.Outcome outcome = send(server, "smtp", "nobody@" + server.domain(), new Sample("x"));

        assertThat(outcome.status()).isEqualTo(RECIPIENT_REFUSED);
        assertThat(outcome.output()).contains("550 5.1.1");
    }

    @Test
    void aStrangersMailToAnotherDomainIsNotRelayed(Server server) throws Exception {
        Program.Outcome outcome = send(server, "smtp", "someone@another.test", new Sample("x"));

        assertThat(outcome.status()).isEqualTo(RECIPIENT_REFUSED);
        assertThat(outcome.output()).containsPattern("(?m)^<\\S* 55[04] 5\\.");
    }

    private Program.Outcome send(Server server, String service, String recipient, Sample sample, String... options)
            throws IOException, InterruptedException {
        // swaks ends what it reads from a file with a line end of its own.
        Path message = program.file("message", sample.text().stripTrailing());
        List<String> command = new ArrayList<>(List.of(
                "swaks",
                "--server",
                "127.0.0.1",
                "--port",
                String.valueOf(server.port(service)),
                "--helo",
                "client.elsewhere.test",
                "--from",
                sample.from(),
                "--to",
                recipient,
                "--data",
                "@" + message));
        for (String option : options) {
            command.addAll(option.isEmpty() ? List.of() : List.of(option.split(" ", -1)));
        }
        return program.run(command, "");
    }

    private static String login(Account account) {
        return "--auth-user " + account.address() + " --auth-password " + account.password();
    }

    private static String expected(Sample sample) {
        return new String(sample.octets(), StandardCharsets.UTF_8);
    }
}
