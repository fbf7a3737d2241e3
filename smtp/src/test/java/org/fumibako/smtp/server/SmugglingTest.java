// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.testkit.SmtpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults S1: whatever a message has where another server would see its end, the message behind it is never seen as one. What
 * counts is what the store holds afterwards, not what the server said.
 */
class SmugglingTest {
    private static final String HIDDEN = String.join(
            "\r\n",
            "MAIL FROM:<admin@example.test>",
            "RCPT TO:<hanako@example.test>",
            "DATA",
            "Subject: smuggled",
            "",
            "I was never sent.",
            "");

    private House house;

    /** The forms by which some server ends a message, and neighbours of them. */
    static Stream<String> falseEnds() {
        return Stream.of(
                "\n.\n",
                "\n.\r\n",
                "\n.\r",
                "\r\n.\n",
                "\r\n.\r",
                "\r.\r\n",
                "\r.\r",
                "\r.\n",
                "\r\n\0.\r\n",
                "\r\n.\0\r\n",
                "\r\r\n.\r\r\n",
                "\r\n.\r\r\n",
                "\r\r\n.\r\n",
                "\n\n.\r\n",
                "\r\n\r.\r\n",
                "\r\n.\r\0\n",
                "\r\0\n.\r\n",
                "\r\n. \r\n",
                "\r\n .\r\n",
                "\r\n..\r\n",
                "\u0085.\u0085",
                "\r\n.\r\n".replace("\r\n", "\u000b"),
                "\n.\r\n\n.\n");
    }

    @BeforeEach
    void open() throws IOException {
        house = House.open();
    }

    @AfterEach
    void close() throws IOException {
        house.close();
    }

    @ParameterizedTest
    @MethodSource("falseEnds")
    void aFalseEndInDataHidesNoMessage(String falseEnd) throws IOException {
        data(SmtpClient.connect(house.port(SmtpService.MX)), falseEnd);
    }

    @ParameterizedTest
    @MethodSource("falseEnds")
    void aFalseEndInDataUnderTlsHidesNoMessage(String falseEnd) throws IOException {
        SmtpClient client = SmtpClient.connect(house.port(SmtpService.MX));
        client.command("EHLO client.test");
        assertThat(client.startTls().code()).isEqualTo(250);
        data(client, falseEnd);
    }

    @ParameterizedTest
    @MethodSource("falseEnds")
    void aFalseEndInAChunkHidesNoMessage(String falseEnd) throws IOException {
        chunk(falseEnd, "8BITMIME");
    }

    @ParameterizedTest
    @MethodSource("falseEnds")
    void aFalseEndInABinaryChunkHidesNoMessage(String falseEnd) throws IOException {
        chunk(falseEnd, "BINARYMIME");
    }

    @ParameterizedTest
    @MethodSource("falseEnds")
    void aSubmittedFalseEndHidesNoMessage(String falseEnd) throws IOException {
        SmtpClient client = SmtpClient.connectTls(house.port(SmtpService.SUBMISSIONS));
        client.command("EHLO client.test");
        assertThat(client.authPlain("taro@example.test", FakeAuthenticator.PASSWORD)
                        .code())
                .isEqualTo(235);
        data(client, falseEnd);
    }

    private void data(SmtpClient client, String falseEnd) throws IOException {
        try (client) {
            client.command("EHLO client.test");
            begin(client, "MAIL FROM:<taro@example.test>");
            assertThat(client.command("DATA").code()).isEqualTo(354);
            // As the peer sees it: not stuffed, one message whose end is the last line.
            client.socket().send("Subject: cover\r\n\r\nbody" + falseEnd + HIDDEN + ".\r\n");
            int reply = client.readReply().code();
            if (reply == 550) {
                assertThat(client.socket().closedByServer()).isTrue();
            } else {
                assertThat(reply).isEqualTo(250);
                assertThat(client.command("VRFY x").code()).isEqualTo(252);
            }
            assertOnlyTheCover(reply);
        }
    }

    private void chunk(String falseEnd, String body) throws IOException {
        try (SmtpClient client = SmtpClient.connect(house.port(SmtpService.MX))) {
            client.command("EHLO client.test");
            begin(client, "MAIL FROM:<taro@example.test> BODY=" + body);
            String message = "Subject: cover\r\n\r\nbody" + falseEnd + HIDDEN + ".\r\n";
            client.socket().send("BDAT " + message.length() + " LAST\r\n" + message);
            int reply = client.readReply().code();
            assertThat(reply).isIn(250, 550);
            assertThat(client.command("VRFY x").code()).isEqualTo(252);
            assertOnlyTheCover(reply);
        }
    }

    private static void begin(SmtpClient client, String mail) throws IOException {
        assertThat(client.command(mail).code()).isEqualTo(250);
        assertThat(client.command("RCPT TO:<taro@example.test>").code()).isEqualTo(250);
    }

    /** Nobody got what was hidden, and what was taken was taken whole. */
    private void assertOnlyTheCover(int reply) {
        assertThat(house.inbox(house.hanako)).isEmpty();
        List<String> inbox = new ArrayList<>(house.inbox(house.taro));
        assertThat(inbox).hasSize(reply == 250 ? 1 : 0);
        assertThat(inbox)
                .allMatch(message -> message.contains("Subject: cover") && message.contains("I was never sent."));
    }
}
