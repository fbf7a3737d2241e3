// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.server.ServerUnderTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ServerUnderTest.class)
final class FetchmailE2eTest {

    private final Program program;

    FetchmailE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @ParameterizedTest
    @CsvSource({"imap, imaps, ssl", "imap, imap, sslproto tls1.2+", "pop3, pop3s, ssl", "pop3, pop3, sslproto tls1.2+"})
    void mailIsTakenFromTheServerAndGoneThere(String protocol, String service, String tls, Server server)
            throws Exception {
        Account account = server.newAccount();
        Path taken = program.home().resolve("taken");
        program.file(".fetchmailrc", """
                poll localhost protocol %s port %d
                user "%s" password "%s"
                %s sslcertck sslcertfile "%s" sslcommonname "%s"
                mda "cat >> %s" fetchall
                """.formatted(
                        protocol,
                        server.port(service),
                        account.address(),
                        account.password(),
                        tls,
                        server.ca(),
                        server.host(),
                        taken));
        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            inbox.append(new Sample("fetchmail-1"));
            inbox.append(new Sample("fetchmail-2"));

            program.run("fetchmail", "--verbose").success();

            assertThat(Files.readString(taken)).contains("<fetchmail-1@", "<fetchmail-2@", "文箱に手紙を入れる。");
            assertThat(inbox.messages()).isEmpty();
        }
    }
}
