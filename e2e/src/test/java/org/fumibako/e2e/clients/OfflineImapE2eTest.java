// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ServerUnderTest.class)
final class OfflineImapE2eTest {

    private final Program program;

    OfflineImapE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @Test
    void mailAndDeletionsGoBothWays(Server server) throws Exception {
        Account account = server.newAccount();
        configure(server, account);
        Maildir maildir = Maildir.make(program.home().resolve("mail/INBOX"));
        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            inbox.append(new Sample("far-1"));
            inbox.append(new Sample("far-2"));
            sync();
            assertThat(maildir.messages())
                    .containsExactlyInAnyOrder(new Sample("far-1").text(), new Sample("far-2").text());

            maildir.add(new Sample("near-1"));
            inbox.command("STORE 1 +FLAGS (\\Deleted)");
            inbox.command("EXPUNGE");
            sync();
            assertThat(maildir.messages()).hasSize(2).noneMatch(text -> text.contains("far-1"));
            assertThat(inbox.messages()).hasSize(2).anyMatch(text -> text.contains("<near-1@elsewhere.test>"));

            for (Path file : maildir.files()) {
                Files.delete(file);
            }
            sync();
            assertThat(inbox.messages()).isEmpty();
        }
    }

    private void configure(Server server, Account account) throws IOException {
        program.file(".offlineimaprc", """
                [general]
                accounts = test
                metadata = ~/state
                [Account test]
                localrepository = near
                remoterepository = far
                [Repository near]
                type = Maildir
                localfolders = ~/mail
                [Repository far]
                type = IMAP
                remotehost = localhost
                remoteport = %d
                remoteuser = %s
                remotepass = %s
                ssl = yes
                sslcacertfile = %s
                """.formatted(
                        server.port("imaps"), account.address(), account.password(), server.ca()));
    }

    private void sync() throws IOException, InterruptedException {
        Program.Outcome outcome = program.run(List.of("offlineimap", "-o", "-u", "basic"), "");
        assertThat(outcome.success().output()).doesNotContain("ERROR");
    }
}
