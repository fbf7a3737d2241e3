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

/** Mail that swaks submits, at the simulated providers it is for. */
@ExtendWith(ServerUnderTest.class)
final class OutgoingE2eTest {

    private final Program program;

    OutgoingE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @Test
    void mailArrivesUnderTlsByteForByteAndItsAuthorIsProved(Server server) throws Exception {
        Sample sample = send(server, server.newAccount(), "out-plain", "sakura@gmail.test");

        assertThat(Internet.of(server).await("gmail.test", sample, 1))
                .singleElement()
                .asString()
                .contains("Delivered-To: sakura@gmail.test\r\n", "with ESMTPS (TLSv1.3", "spf=pass", "dmarc=pass")
                .endsWith(new String(sample.octets(), StandardCharsets.UTF_8));
    }

    @Test
    void aProviderThatWantsSpfAndDkimTakesWhatWeSend(Server server) throws Exception {
        Sample sample = send(server, server.newAccount(), "out-strict", "sakura@strict.test");

        assertThat(Internet.of(server).await("strict.test", sample, 1))
                .singleElement()
                .asString()
                .contains("with ESMTPS (TLSv1.3", "spf=pass", "dkim=pass", "dmarc=pass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outlook.test", "plain.test", "badcert.test", "silent-tls.test"})
    void aServerThatIsClosedOrHasNoTlsOrABadOneKeepsNoMailFromArriving(String domain, Server server) throws Exception {
        Sample sample = send(server, server.newAccount(), "out-" + domain, "sakura@" + domain);

        assertThat(Internet.of(server).await(domain, sample, 1))
                .singleElement()
                .asString()
                .endsWith(new String(sample.octets(), StandardCharsets.UTF_8));
    }

    @Test
    void aServerWithoutEightBitMimeGetsPlainLines(Server server) throws Exception {
        Sample sample = send(server, server.newAccount(), "out-old", "sakura@docomo.test");

        assertThat(Internet.of(server).await("docomo.test", sample, 1))
                .singleElement()
                .satisfies(
                        text -> assertThat(text.chars().allMatch(c -> c < 0x80)).isTrue())
                .asString()
                .contains("Content-Transfer-Encoding: quoted-printable");
    }

    @ParameterizedTest
    @CsvSource({
        "sakura@grey.test, grey.test",
        "sakura-greylist@gmail.test, gmail.test",
        "sakura-busy@gmail.test, gmail.test"
    })
    void whatIsPutOffArrivesLater(String recipient, String domain, Server server) throws Exception {
        Account account = server.newAccount();
        Sample sample = send(server, account, "later-" + recipient.replace('@', '-'), recipient);

        assertThat(Internet.of(server).await(domain, sample, 1)).hasSize(1);
        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            assertThat(inbox.messages()).as("notifications").isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ken-full@docomo.test, 5.2.2, is full",
        "ken-unknown@docomo.test, 5.1.1, There is no ken-unknown@docomo.test here",
        "ken-unproven@gmail.test, 5.7.26, Your email has been blocked",
        "ken@nomail.test, 5.1.10, ''",
        "ken@nowhere.test, 5.1.2, ''"
    })
    void theSenderIsToldOfWhatIsRefusedInTheOtherServersWords(
            String recipient, String status, String words, Server server) throws Exception {
        Account account = server.newAccount();
        Sample sample = send(server, account, "bounce-" + status, recipient);

        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            assertThat(inbox.await(1))
                    .singleElement()
                    .asString()
                    .contains("multipart/report", "Final-Recipient: rfc822; " + recipient)
                    .contains("Status: " + status, words, sample.id());
        }
    }

    @Test
    void aReplyLostAfterTheDotCostsOneDuplicateAtMost(Server server) throws Exception {
        Account account = server.newAccount();
        Sample sample = send(server, account, "dropped", "sakura-drop@gmail.test");
        Internet internet = Internet.of(server);

        List<String> copies = internet.await("gmail.test", sample, 2);
        Sample next = send(server, account, "after-dropped", "sakura@gmail.test");
        internet.await("gmail.test", next, 1);

        assertThat(internet.taken("gmail.test", sample)).hasSameSizeAs(copies).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"ken-bounce@gmail.test, Delivery Status Notification (Failure)", "ken-reply@gmail.test, spf=pass"})
    void whatOtherServersWriteBackIsFiled(String recipient, String words, Server server) throws Exception {
        Account account = server.newAccount();
        send(server, account, "back-" + recipient.replace('@', '-'), recipient);

        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            assertThat(inbox.await(1)).singleElement().asString().contains(words);
        }
    }

    @Test
    void oneMessageGoesToSeveralProvidersAndIsRefusedByOne(Server server) throws Exception {
        Account account = server.newAccount();
        Sample sample =
                send(server, account, "several", "a@gmail.test,b@plain.test,c-full@badcert.test,d@badcert.test");

        for (String domain : List.of("gmail.test", "plain.test", "badcert.test")) {
            assertThat(Internet.of(server).await(domain, sample, 1)).hasSize(1);
        }
        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            assertThat(inbox.await(1)).singleElement().asString().contains("c-full@badcert.test");
        }
    }

    private Sample send(Server server, Account account, String id, String recipients)
            throws IOException, InterruptedException {
        Sample sample = new Sample(id, account);
        // swaks ends what it reads from a file with a line end of its own.
        Path message = program.file("message", sample.text().stripTrailing());
        List<String> command = new ArrayList<>(List.of("swaks", "--server", "127.0.0.1"));
        command.addAll(List.of("--port", String.valueOf(server.port("submissions")), "--tls-on-connect"));
        command.addAll(List.of("--auth", "PLAIN", "--auth-user", account.address()));
        command.addAll(List.of("--auth-password", account.password(), "--from", account.address()));
        command.addAll(List.of("--to", recipients, "--data", "@" + message));
        program.run(command, "").success();
        return sample;
    }
}
