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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ServerUnderTest.class)
final class CurlE2eTest {

    private final Program program;

    CurlE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @ParameterizedTest
    @CsvSource({"smtp, submission, PLAIN", "smtp, submission, LOGIN", "smtps, submissions, PLAIN"})
    void mailIsSubmitted(String scheme, String service, String mechanism, Server server) throws Exception {
        Account account = server.newAccount();
        Sample sample = new Sample("curl-submit", account);
        Path message = program.file("message", sample.text());

        curl(
                        server,
                        account,
                        scheme,
                        service,
                        "/client.elsewhere.test",
                        "--crlf",
                        "--login-options",
                        "AUTH=" + mechanism,
                        "--mail-from",
                        account.address(),
                        "--mail-rcpt",
                        account.address(),
                        "--upload-file",
                        message.toString())
                .success();

        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            assertThat(inbox.await(1)).singleElement().asString().endsWith(text(sample));
        }
    }

    @ParameterizedTest
    @CsvSource({"imap, imap", "imaps, imaps"})
    void aMessageIsFetchedWhole(String scheme, String service, Server server) throws Exception {
        Account account = server.newAccount();
        Sample sample = new Sample("curl-fetch");
        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            inbox.append(sample);
        }

        Program.Outcome outcome = curl(server, account, scheme, service, "/INBOX;MAILINDEX=1");

        assertThat(outcome.success().output()).isEqualTo(text(sample));
    }

    @Test
    void everyAccountHasItsSpecialMailboxes(Server server) throws Exception {
        Program.Outcome outcome = curl(server, server.newAccount(), "imaps", "imaps", "/");

        assertThat(outcome.success().output()).contains("INBOX", "Sent", "Drafts", "Junk", "Trash");
    }

    @Test
    void aMessageIsAppendedAndFoundBySearch(Server server) throws Exception {
        Account account = server.newAccount();
        Sample sample = new Sample("curl-append");
        Path message = program.file("message", text(sample));

        curl(server, account, "imaps", "imaps", "/Drafts", "--upload-file", message.toString())
                .success();
        Program.Outcome found =
                curl(server, account, "imaps", "imaps", "/Drafts", "--request", "SEARCH HEADER Message-ID curl-append");

        try (Mailbox drafts = Mailbox.of(server, account, "Drafts")) {
            assertThat(drafts.await(1)).containsExactly(text(sample));
        }
        assertThat(found.success().output()).contains("* SEARCH 1");
    }

    @ParameterizedTest
    @CsvSource({"pop3, pop3", "pop3s, pop3s"})
    void aMessageIsRetrievedWhole(String scheme, String service, Server server) throws Exception {
        Account account = server.newAccount();
        Sample sample = new Sample("curl-retrieve");
        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            inbox.append(sample);
        }

        assertThat(curl(server, account, scheme, service, "/1").success().output())
                .isEqualTo(text(sample));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN"})
    void deletedMailIsGoneForEveryProtocol(String mechanism, Server server) throws Exception {
        Account account = server.newAccount();
        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            inbox.append(new Sample("curl-delete"));

            curl(
                            server,
                            account,
                            "pop3s",
                            "pop3s",
                            "/1",
                            "--login-options",
                            "AUTH=" + mechanism,
                            "--request",
                            "DELE",
                            "--head")
                    .success();

            assertThat(inbox.messages()).isEmpty();
        }
    }

    private Program.Outcome curl(
            Server server, Account account, String scheme, String service, String path, String... options)
            throws IOException, InterruptedException {
        int port = server.port(service);
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "--silent",
                "--show-error",
                "--ssl-reqd",
                "--max-time",
                "30",
                "--cacert",
                server.ca().toString(),
                "--resolve",
                server.host() + ":" + port + ":127.0.0.1",
                "--user",
                account.address() + ":" + account.password()));
        command.addAll(List.of(options));
        command.add(scheme + "://" + server.host() + ":" + port + path);
        return program.run(command, "");
    }

    private static String text(Sample sample) {
        return new String(sample.octets(), StandardCharsets.UTF_8);
    }
}
