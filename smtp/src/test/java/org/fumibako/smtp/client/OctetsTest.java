// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fumibako.testkit.ReceivedMail;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What arrives is what was sent, line ends apart; and nothing on the wire can be taken for the end of a message but its end. */
@Timeout(120)
class OctetsTest {
    private static final List<String> ATOMS = List.of(
            ".",
            "..",
            "\r\n",
            "\r",
            "\n",
            "\r\n.\r\n",
            "\n.\n",
            "\r.\r",
            "\r\n.",
            "a",
            "word ",
            "\t",
            "\u00e3\u0081\u0082",
            "x".repeat(2_000),
            "y".repeat(20_000),
            "MAIL FROM:<>\r\n");

    private final Outside outside = new Outside();

    @AfterEach
    void close() throws Exception {
        outside.close();
    }

    static Stream<SinkScript> waysToSend() {
        return Stream.of(
                SinkScript.MODERN,
                SinkScript.MODERN.without("PIPELINING"),
                SinkScript.MODERN.offering("CHUNKING"),
                SinkScript.PLAIN.offering("8BITMIME"));
    }

    @ParameterizedTest
    @MethodSource("waysToSend")
    void anyMixtureOfDotsAndLineEndsArrives(SinkScript way) throws Exception {
        SinkMx sink = outside.exchange(way);
        SmtpClient client = outside.client(sink.port());
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "X: y\r\n\r\n" : "");
            for (int atoms = random.nextInt(30); atoms > 0; atoms--) {
                text.append(ATOMS.get(random.nextInt(ATOMS.size())));
            }
            arrives(client, sink, round, text.toString(), "seed " + seed + " round " + round);
        }
    }

    @ParameterizedTest
    @MethodSource("waysToSend")
    void nothingIsSmuggledInAMessage(SinkScript way) throws Exception {
        SinkMx sink = outside.exchange(way);
        SmtpClient client = outside.client(sink.port());
        String inner = "MAIL FROM:<evil@near.test>\r\nRCPT TO:<victim@far.test>\r\nDATA\r\nSubject: smuggled\r\n\r\n";
        List<String> ends = List.of(
                "\n.\n",
                "\n.\r\n",
                "\r.\r",
                "\r.\r\n",
                "\r\n.\n",
                "\r\n.\r",
                "\r\n\r\n.\r\r\n",
                "\n\n.\r\n",
                "\r\n.\r\n");
        for (int i = 0; i < ends.size(); i++) {
            arrives(client, sink, i, "X: y\r\n\r\nbody" + ends.get(i) + inner, "form " + i);
        }
        assertThat(sink.lines()).noneMatch(line -> line.contains("evil"));
    }

    private static void arrives(SmtpClient client, SinkMx sink, int before, String text, String what) {
        Outcome outcome = Outside.only(client.deliver(Outside.HOP, Outside.text(text, "a@far.test")));
        assertThat(outcome).as(what).isInstanceOf(Outcome.Delivered.class);
        assertThat(sink.received()).as(what).hasSize(before + 1);
        ReceivedMail mail = sink.received().getLast();
        assertThat(mail.text()).as(what).isEqualTo(canonical(text));
        String wire = new String(mail.wire(), StandardCharsets.ISO_8859_1);
        assertThat(wire.replace("\r\n", "")).as(what).doesNotContain("\r", "\n");
        if (!mail.chunked()) {
            assertThat(wire.indexOf("\r\n.\r\n")).as(what).isIn(wire.length() - 5, -1);
        }
    }

    private static String canonical(String text) {
        String lines = text.replaceAll("\r\n|\r|\n", "\r\n");
        return lines.isEmpty() || lines.endsWith("\r\n") ? lines : lines + "\r\n";
    }
}
