// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.server.ServerUnderTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ServerUnderTest.class)
final class MpopE2eTest {

    private final Program program;

    MpopE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @ParameterizedTest
    @CsvSource({"pop3s, off, user", "pop3s, off, plain", "pop3, on, scram-sha-256"})
    void eachMessageIsTakenOnceAndKeptWhenAsked(String service, String startTls, String mechanism, Server server)
            throws Exception {
        Account account = server.newAccount();
        Maildir maildir = Maildir.make(program.home().resolve("mail"));
        program.file(".mpoprc", """
                account default
                host localhost
                port %d
                tls on
                tls_starttls %s
                tls_trust_file %s
                auth %s
                user %s
                password %s
                keep on
                received_header off
                uidls_file ~/uidls
                delivery maildir %s
                """.formatted(
                        server.port(service),
                        startTls,
                        server.ca(),
                        mechanism,
                        account.address(),
                        account.password(),
                        maildir.directory()));
        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            inbox.append(new Sample("mpop-1"));
            program.run("mpop").success();
            inbox.append(new Sample("mpop-2"));
            program.run("mpop").success();

            assertThat(maildir.messages())
                    .containsExactlyInAnyOrder(new Sample("mpop-1").text(), new Sample("mpop-2").text());
            assertThat(inbox.messages()).hasSize(2);
        }
    }
}
