// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ServerUnderTest.class)
final class MsmtpE2eTest {

    private final Program program;

    MsmtpE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @ParameterizedTest
    @CsvSource({
        "submission, on, plain",
        "submission, on, login",
        "submission, on, scram-sha-256",
        "submissions, off, plain"
    })
    void mailIsSubmittedWithEveryMechanism(String service, String startTls, String mechanism, Server server)
            throws Exception {
        Account account = server.newAccount();
        Sample sample = new Sample("msmtp-" + mechanism, account);
        configure(server, account, service, startTls, mechanism, account.password());

        send(account.address(), sample).success();

        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            assertThat(inbox.await(1))
                    .singleElement()
                    .asString()
                    .endsWith(new String(sample.octets(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aWrongPasswordIsReportedToTheUser(Server server) throws Exception {
        Account account = server.newAccount();
        configure(server, account, "submission", "on", "scram-sha-256", "not-the-password");

        Program.Outcome outcome = send(account.address(), new Sample("x"));

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).contains("authentication failed");
    }

    private void configure(
            Server server, Account account, String service, String startTls, String mechanism, String password)
            throws IOException {
        program.file(".msmtprc", """
                account default
                host localhost
                port %d
                tls on
                tls_starttls %s
                tls_trust_file %s
                auth %s
                user %s
                password %s
                from %s
                """.formatted(
                        server.port(service),
                        startTls,
                        server.ca(),
                        mechanism,
                        account.address(),
                        password,
                        account.address()));
    }

    private Program.Outcome send(String recipient, Sample sample) throws IOException, InterruptedException {
        return program.run(List.of("msmtp", recipient), sample.text());
    }
}
