// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fumibako.model.ByteSize;
import org.fumibako.testkit.SmtpClient;
import org.fumibako.testkit.SmtpClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpSessionTest {
    private House house;

    @AfterEach
    void close() throws IOException {
        house.close();
    }

    @Test
    void anAcceptedMessageIsTheSentOneBehindItsTraceFields() throws IOException {
        house = House.open();
        String message = "Subject: hello\r\nX-Odd:\tfolded\r\n  on\r\n\r\n.dot\r\n..dots\r\n\r\nlast line\r\n";
        try (SmtpClient client = hello(SmtpService.MX)) {
            assertThat(client.send("a@other.example", List.of("taro@example.test"), message)
                            .code())
                    .isEqualTo(250);
        }
        String filed = house.inbox(house.taro).getFirst();
        assertThat(filed).endsWith(message);
        assertThat(filed.substring(0, filed.length() - message.length()))
                .startsWith("Return-Path: <a@other.example>\r\nReceived: from client.test ([127.0.0.1])\r\n\tby ")
                .containsPattern("by sv001.fumibako.test with ESMTP\r\n\tid \\S+\r\n\tfor <taro@example.test>; ")
                .containsPattern("; \\w{3}, \\d{1,2} \\w{3} \\d{4} [0-9:]{8} \\+0000\r\n$");
    }

    @Test
    void severalRecipientsAreNotNamedToEachOther() throws IOException {
        house = House.open();
        try (SmtpClient client = hello(SmtpService.MX)) {
            client.send("", List.of("taro@example.test", "hanako@example.test"), "Subject: x\r\n\r\n");
        }
        assertThat(house.inbox(house.taro)).isEqualTo(house.inbox(house.hanako)).hasSize(1);
        assertThat(house.inbox(house.taro).getFirst())
                .startsWith("Return-Path: <>\r\n")
                .doesNotContain("taro@")
                .doesNotContain("hanako@");
    }

    @Test
    void anAccountReachedTwiceGetsOneCopy() throws IOException {
        house = House.open();
        try (SmtpClient client = hello(SmtpService.MX)) {
            Reply reply = client.send(
                    "a@other.example",
                    List.of("taro@example.test", "info@example.test", "team@example.test"),
                    "Subject: x\r\n\r\n");
            assertThat(reply.code()).isEqualTo(250);
        }
        assertThat(house.inbox(house.taro)).hasSize(1);
        assertThat(house.inbox(house.hanako)).hasSize(1);
    }

    @Test
    void aSubmissionGetsWhatItLacksAndHidesWhereItCameFrom() throws IOException {
        house = House.open();
        try (SmtpClient client = SmtpClient.connectTls(house.port(SmtpService.SUBMISSIONS))) {
            client.command("EHLO my.secret.device");
            client.authPlain("taro@example.test", FakeAuthenticator.PASSWORD);
            Reply reply =
                    client.send("taro@example.test", List.of("hanako@example.test"), "Subject: x\r\n\r\nbody\r\n");
            assertThat(reply.code()).isEqualTo(250);
        }
        assertThat(house.inbox(house.hanako).getFirst())
                .matches("(?s)Return-Path: <taro@example.test>\r\nReceived: by sv001.fumibako.test with ESMTPSA\r\n.*")
                .containsPattern(
                        "\r\nFrom: <taro@example.test>\r\nDate: .*\r\nMessage-ID: <\\S{20,}@sv001.fumibako.test>\r\n")
                .doesNotContain("secret")
                .doesNotContain("127.0.0.1")
                .endsWith("Subject: x\r\n\r\nbody\r\n");
    }

    @Test
    void theJournalSaysWithWhichAppPasswordSomebodySent() throws IOException {
        house = House.open();
        try (SmtpClient client = SmtpClient.connectTls(house.port(SmtpService.SUBMISSIONS))) {
            client.command("EHLO printer");
            client.authPlain("taro@example.test", FakeAuthenticator.APP_PASSWORD);
            assertThat(client.command("MAIL FROM:<hanako@example.test>").code()).isEqualTo(553);
        }
        assertThat(house.journal)
                .singleElement()
                .satisfies(row -> assertThat(row.origin().appPassword()).contains("printer"));
    }

    @Test
    void aLoopingMessageIsRefused() throws IOException {
        house = House.open();
        String hop = "Received: from a by b; Wed, 25 Nov 2026 00:00:00 +0000\r\n";
        try (SmtpClient client = hello(SmtpService.MX)) {
            List<String> taro = List.of("taro@example.test");
            assertThat(client.send("", taro, hop.repeat(50) + "\r\n").code()).isEqualTo(250);
            Reply reply = client.send("", taro, hop.repeat(51) + "\r\n");
            assertThat(reply.code()).isEqualTo(554);
            assertThat(reply.text()).startsWith("5.4.6");
        }
        assertThat(house.refusals()).hasSize(1);
    }

    @Test
    void aMessageHasABoundAndItsRestIsSwallowed() throws IOException {
        house = House.open(SmtpLimits.DEFAULT.withMessage(new ByteSize(1_000)));
        String header = "Subject: x\r\n\r\n";
        try (SmtpClient client = hello(SmtpService.MX)) {
            List<String> taro = List.of("taro@example.test");
            String largest = header + "x".repeat(1_000 - header.length() - 2) + "\r\n";
            assertThat(client.send("", taro, largest).code()).isEqualTo(250);
            assertThat(client.send("", taro, "x" + largest).code()).isEqualTo(552);
            assertThat(client.send("", taro, largest.repeat(100)).code()).isEqualTo(552);
            assertThat(client.command("NOOP").code()).isEqualTo(250);
        }
    }

    @Test
    void aMessageFarBeyondTheBoundEndsTheSession() throws IOException {
        house = House.open(SmtpLimits.DEFAULT.withMessage(new ByteSize(1_000)));
        try (SmtpClient client = hello(SmtpService.MX)) {
            client.command("MAIL FROM:<>");
            client.command("RCPT TO:<taro@example.test>");
            client.command("DATA");
            client.socket().send(("x".repeat(98) + "\r\n").repeat(3_000));
            assertThat(client.readReply().code()).isEqualTo(552);
            assertEnds(client);
        }
    }

    @Test
    void recipientsHaveABoundAndAThousandAreWelcome() throws IOException {
        house = House.open();
        try (SmtpClient client = hello(SmtpService.MX)) {
            client.command("MAIL FROM:<>");
            client.socket().send("RCPT TO:<taro@example.test>\r\n".repeat(1_001));
            for (int i = 0; i < 1_000; i++) {
                assertThat(client.readReply().code()).isEqualTo(250);
            }
            Reply reply = client.readReply();
            assertThat(reply.code()).isEqualTo(452);
            assertThat(reply.text()).startsWith("4.5.3");
        }
    }

    @Test
    void errorsHaveABound() throws IOException {
        house = House.open();
        try (SmtpClient client = hello(SmtpService.MX)) {
            for (int i = 0; i < SmtpLimits.DEFAULT.errors(); i++) {
                assertThat(client.command("NONSENSE").code()).isEqualTo(500);
            }
            assertThat(client.readReply().code()).isEqualTo(421);
            assertEnds(client);
        }
    }

    @Test
    void guessingRecipientsHasABound() throws IOException {
        house = House.open();
        try (SmtpClient client = hello(SmtpService.MX)) {
            client.command("MAIL FROM:<>");
            for (int i = 0; i < SmtpLimits.DEFAULT.refusedRecipients(); i++) {
                assertThat(client.command("RCPT TO:<guess" + i + "@example.test>")
                                .code())
                        .isEqualTo(550);
            }
            assertThat(client.readReply().code()).isEqualTo(421);
            assertEnds(client);
        }
        assertThat(house.refusals()).hasSize(SmtpLimits.DEFAULT.refusedRecipients());
    }

    @Test
    void commandsWithoutAMessageHaveABound() throws IOException {
        house = House.open();
        try (SmtpClient client = hello(SmtpService.MX)) {
            int last = SmtpLimits.DEFAULT.idleCommands();
            client.socket().send("NOOP\r\n".repeat(last - 1));
            for (int i = 1; i < last; i++) {
                assertThat(client.readReply().code()).isEqualTo(250);
            }
            assertThat(client.readReply().code()).isEqualTo(421);
            assertEnds(client);
        }
    }

    @Test
    void aSilentPeerIsToldAndDropped() throws IOException {
        house = House.open(SmtpLimits.DEFAULT.withTimes(
                Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMinutes(1), Duration.ofHours(1)));
        try (SmtpClient client = hello(SmtpService.MX)) {
            Reply reply = client.readReply();
            assertThat(reply.code()).isEqualTo(421);
            assertThat(reply.text()).startsWith("4.4.2");
            assertEnds(client);
        }
    }

    @Test
    void aMessageThatDripsIsGivenUp() throws IOException {
        house = House.open(SmtpLimits.DEFAULT.withTimes(
                Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ZERO, Duration.ofHours(1)));
        try (SmtpClient client = hello(SmtpService.MX)) {
            client.command("MAIL FROM:<>");
            client.command("RCPT TO:<taro@example.test>");
            client.command("DATA");
            client.socket().send("x");
            Reply reply = client.readReply();
            assertThat(reply.code()).isEqualTo(421);
            assertThat(reply.text()).startsWith("4.4.2");
        }
        assertThat(house.messages()).isZero();
    }

    @Test
    void aPeerThatLeavesWithinItsMessageLeavesNothing() throws IOException {
        house = House.open();
        try (SmtpClient client = hello(SmtpService.MX)) {
            client.command("MAIL FROM:<>");
            client.command("RCPT TO:<taro@example.test>");
            client.command("DATA");
            client.socket().send("Subject: half\r\n\r\nof a mess");
        }
        house.server(SmtpService.MX).close(Duration.ofSeconds(2));
        assertThat(house.messages()).isZero();
    }

    @Test
    void aStoreThatFailsIsSaidAndTheSenderTriesAgain() throws IOException {
        house = House.open();
        try (SmtpClient client = hello(SmtpService.MX)) {
            client.command("MAIL FROM:<>");
            assertThat(client.command("RCPT TO:<taro@example.test>").code()).isEqualTo(250);
            client.command("DATA");
            house.store().close();
            Reply reply = client.data("Subject: x\r\n\r\n");
            assertThat(reply.code()).isEqualTo(451);
            assertThat(reply.text()).startsWith("4.3.0");
        }
    }

    @Test
    void stoppingSaysGoodbyeToWhoeverWaits() throws Exception {
        house = House.open();
        try (SmtpClient client = hello(SmtpService.MX)) {
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(
                    () -> house.server(SmtpService.MX).close(Duration.ofSeconds(2)));
            assertThat(client.readReply().code()).isEqualTo(421);
            assertEnds(client);
            stopped.get(10, TimeUnit.SECONDS);
        }
    }

    private SmtpClient hello(SmtpService service) throws IOException {
        SmtpClient client = SmtpClient.connect(house.port(service));
        assertThat(client.command("EHLO client.test").code()).isEqualTo(250);
        return client;
    }

    private static void assertEnds(SmtpClient client) {
        assertThatThrownBy(client::readReply).isInstanceOf(IOException.class);
    }
}
