// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Demo;
import org.fumibako.e2e.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that swaks brings to accounts that forward, at the simulated providers it goes on to. */
final class ForwardE2eTest {

    @TempDir
    private static Path home;

    private static Program program;
    private static Demo demo;
    private static Server server;

    @BeforeAll
    static void start() {
        program = new Program(home);
        demo = new Demo(home.resolve("data"), home.resolve("server.log"));
        server = demo.start();
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void aStrangersMailGoesOnUnderASealThatDkimpyFindsGood() throws Exception {
        Account account = forwarding("sakura@plain.test");
        Sample sample = new Sample("forward-stranger");

        stranger(sample, account);

        String arrived = Internet.of(server).await("plain.test", sample, 1).getFirst();
        assertThat(arrived)
                .contains("Delivered-To: " + account.address(), "cv=none; d=example.test; i=1;")
                .endsWith(new String(sample.octets(), StandardCharsets.UTF_8));
        assertThat(verify(arrived)).contains("arc pass");
        assertThat(verify(arrived.replace("ends with blanks", "ends with changes")))
                .contains("arc fail");
        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            assertThat(inbox.await(1)).hasSize(1);
        }
    }

    @Test
    void theAuthorsSignaturesAreUnbrokenAndTheTargetIsSatisfied() throws Exception {
        Account account = forwarding("sakura@gmail.test");
        Account author = server.newAccount();
        Sample sample = new Sample("forward-signed", author);

        submit(sample, author, account);

        String arrived = Internet.of(server).await("gmail.test", sample, 1).getFirst();
        assertThat(verify(arrived))
                .contains("dkim example.test rsa-sha256 pass", "dkim example.test ed25519-sha256 pass");
        assertThat(verify(arrived.replace("ends with blanks", "ends with changes")))
                .contains("dkim example.test rsa-sha256 fail");
    }

    @Test
    void severalTargetsHaveItOnceEachAndCirclesAreRefused() throws Exception {
        Account one = server.newAccount();
        Account other = server.newAccount();
        forward(one, other.address());
        forward(one, "sakura@plain.test");
        forward(one, "sakura@badcert.test");
        Sample sample = new Sample("forward-several");

        stranger(sample, one);

        for (String domain : List.of("plain.test", "badcert.test")) {
            assertThat(Internet.of(server).await(domain, sample, 1)).hasSize(1);
        }
        for (Account account : List.of(one, other)) {
            try (Mailbox inbox = Mailbox.inbox(server, account)) {
                assertThat(inbox.await(1)).as(account.address()).hasSize(1);
            }
        }
        assertThatThrownBy(() -> forward(other, one.address())).hasMessageContaining("would come back to it");
    }

    @Test
    void whatTheTargetRefusesIsPutBackAndItsOwnerToldButNobodyElse() throws Exception {
        Account author = server.newAccount();
        Account account = forwarding("ken-unknown@docomo.test");
        demo.admin("", "forward", "keep", account.address(), "off");
        Sample sample = new Sample("forward-refused", author);

        submit(sample, author, account);

        try (Mailbox inbox = Mailbox.inbox(server, account);
                Mailbox authors = Mailbox.inbox(server, author)) {
            assertThat(inbox.await(2))
                    .anySatisfy(text -> assertThat(text).contains("multipart/report", "ken-unknown@docomo.test"))
                    .anySatisfy(text -> assertThat(text)
                            .endsWith(new String(sample.octets(), StandardCharsets.UTF_8))
                            .doesNotContain("multipart/report"));
            assertThat(authors.messages()).as("who wrote it is told nothing").isEmpty();
        }
        assertThat(demo.admin("", "journal", "--account", account.address()))
                .contains("ken-unknown@docomo.test did not take what was forwarded", "put back");
    }

    private static Account forwarding(String target) {
        Account account = server.newAccount();
        forward(account, target);
        return account;
    }

    private static void forward(Account account, String target) {
        demo.admin("", "forward", "add", account.address(), target);
    }

    private static void stranger(Sample sample, Account account) throws IOException, InterruptedException {
        swaks(sample, account.address(), "--port", port("smtp"), "--from", sample.from());
    }

    private static void submit(Sample sample, Account author, Account account)
            throws IOException, InterruptedException {
        swaks(
                sample,
                account.address(),
                "--port",
                port("submissions"),
                "--tls-on-connect",
                "--auth",
                "PLAIN",
                "--auth-user",
                author.address(),
                "--auth-password",
                author.password(),
                "--from",
                author.address());
    }

    private static void swaks(Sample sample, String to, String... options) throws IOException, InterruptedException {
        // swaks ends what it reads from a file with a line end of its own.
        Path message = program.file("message", sample.text().stripTrailing());
        List<String> command = new ArrayList<>(List.of("swaks", "--server", "127.0.0.1", "--to", to));
        command.addAll(List.of(options));
        command.addAll(List.of("--data", "@" + message));
        program.run(command, "").success();
    }

    private static String verify(String message) throws IOException, InterruptedException {
        Path script = program.file("arc_verify.py", script());
        Path file = program.file("arrived", message);
        return program.run("/usr/bin/python3", script.toString(), file.toString(), port("dns"))
                .success()
                .output();
    }

    private static String script() throws IOException {
        try (InputStream in = ForwardE2eTest.class.getResourceAsStream("arc_verify.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String port(String service) {
        return String.valueOf(server.port(service));
    }
}
