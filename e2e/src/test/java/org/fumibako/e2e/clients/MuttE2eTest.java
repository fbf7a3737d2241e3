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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ServerUnderTest.class)
final class MuttE2eTest {

    private final Program program;

    MuttE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutt", "neomutt"})
    void mailIsSubmitted(String mutt, Server server) throws Exception {
        Account account = server.newAccount();
        Path settings = settings(server, account);

        program.run(
                        List.of(mutt, "-F", settings.toString(), "-s", "文箱 from " + mutt, "--", account.address()),
                        "手紙を入れる\n")
                .success();

        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            assertThat(inbox.await(1)).singleElement().asString().contains("Subject: =?");
        }
    }

    /** NeoMutt keeps no copies on a server when it has no terminal. */
    @Test
    void aCopyOfSentMailIsKeptOnTheServer(Server server) throws Exception {
        Account account = server.newAccount();
        Path settings = settings(server, account);

        program.run(List.of("mutt", "-F", settings.toString(), "-s", "copy", "--", account.address()), "text\n")
                .success();

        try (Mailbox sent = Mailbox.of(server, account, "Sent")) {
            assertThat(sent.await(1)).singleElement().asString().contains("Subject: copy");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutt", "neomutt"})
    void theMailboxIsReadAndAMessageMovedToTrash(String mutt, Server server) throws Exception {
        Account account = server.newAccount();
        Path settings = settings(server, account);
        try (Mailbox inbox = Mailbox.inbox(server, account);
                Mailbox trash = Mailbox.of(server, account, "Trash")) {
            inbox.append(new Sample("mutt-keep"));
            inbox.append(new Sample("mutt-move"));
            // Copies the first message to a file, moves the last to Trash, and leaves; the terminal is script(1)'s.
            Path script = program.file(
                    "push",
                    "push '<first-entry><copy-message>%s/copy<enter><last-entry><save-message>=Trash<enter><quit>'\n"
                            .formatted(program.home()));

            program.run("script", "-qec", "%s -F %s -e 'source %s'".formatted(mutt, settings, script), "/dev/null")
                    .success();

            assertThat(Files.readString(program.home().resolve("copy")))
                    .contains("<mutt-keep@elsewhere.test>", "文箱に手紙を入れる。");
            assertThat(inbox.messages()).singleElement().asString().contains("<mutt-keep@elsewhere.test>");
            assertThat(trash.messages()).singleElement().asString().contains("<mutt-move@elsewhere.test>");
        }
    }

    private Path settings(Server server, Account account) throws IOException {
        return program.file("muttrc", """
                set from = "%1$s"
                set imap_user = "%1$s"
                set imap_pass = "%2$s"
                set smtp_pass = "%2$s"
                set smtp_url = "smtp://%1$s@localhost:%3$d/"
                set folder = "imaps://localhost:%4$d/"
                set spoolfile = "+INBOX"
                set record = "+Sent"
                set ssl_force_tls = yes
                set ssl_ca_certificates_file = "%5$s"
                set ssl_usesystemcerts = no
                set mbox_type = mbox
                set charset = utf-8
                set copy = yes
                set confirmappend = no
                set confirmcreate = no
                set delete = yes
                set quit = yes
                set move = no
                set wait_key = no
                set sleep_time = 0
                set header_cache = ""
                """.formatted(
                account.address(), account.password(), server.port("submission"), server.port("imaps"), server.ca()));
    }
}
