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
final class GetmailE2eTest {

    private final Program program;

    GetmailE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @ParameterizedTest
    @CsvSource({"SimplePOP3SSLRetriever, pop3s", "SimpleIMAPSSLRetriever, imaps"})
    void eachMessageIsTakenOnceAndLeftOnTheServer(String retriever, String service, Server server) throws Exception {
        Account account = server.newAccount();
        Maildir maildir = Maildir.make(program.home().resolve("mail"));
        Path ca = program.file("ca.pem", Files.readString(server.ca()));
        program.file(".getmail/getmailrc", """
                [retriever]
                type = %s
                server = localhost
                port = %d
                username = %s
                password = %s
                ca_certs = %s
                [destination]
                type = Maildir
                path = %s/
                [options]
                read_all = false
                delete = false
                delivered_to = false
                received = false
                """.formatted(
                retriever, server.port(service), account.address(), account.password(), ca, maildir.directory()));
        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            inbox.append(new Sample("getmail-1"));
            program.runUnprivileged("getmail").success();
            inbox.append(new Sample("getmail-2"));
            program.runUnprivileged("getmail").success();

            assertThat(maildir.messages())
                    .map(GetmailE2eTest::withoutMarks)
                    .containsExactlyInAnyOrder(new Sample("getmail-1").text(), new Sample("getmail-2").text());
            assertThat(inbox.messages()).hasSize(2);
        }
    }

    /** getmail adds headers of its own. */
    private static String withoutMarks(String message) {
        return message.replaceAll("(?m)^(Return-Path: <unknown>|X-getmail-retrieved-from-mailbox: .*)\n", "");
    }
}
