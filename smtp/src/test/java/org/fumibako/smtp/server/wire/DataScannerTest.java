// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataScannerTest {
    @Test
    void theDotOfTransparencyIsTakenOff() throws IOException {
        assertThat(whole("a\r\n..b\r\n.c\r\n...\r\n.\r\nQUIT\r\n")).isEqualTo("a\r\n.b\r\nc\r\n..\r\n");
        assertThat(whole(".\r\n")).isEmpty();
        assertThat(whole("\r\n.\r\n")).isEqualTo("\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n.\n",
                "\n.\r\n",
                "\r.\r",
                "\r.\r\n",
                "\r\n.\n",
                "\r\n.\r",
                "\n.\r",
                "\r.\n",
                "\r\n\0.\r\n",
                "\r\n.\0\r\n",
                "\r\r\n.\r\r\n",
                "\r\n.\r\r\n",
                "\n\n.\r\n",
                "\r\n. \r\n",
                "\r\n.\r\0\n"
            })
    void nothingButCrLfDotCrLfEndsTheMessage(String notTheEnd) throws IOException {
        String text = "a" + notTheEnd + "MAIL FROM:<smuggled@example.jp>\r\n";

        assertThat(whole(text + ".\r\n")).contains("smuggled");
    }

    @Test
    void anyCutOfAnyInputGivesWhatTheModelSays() throws IOException {
        long seed = RandomGenerator.getDefault().nextLong();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        char[] alphabet = {'\r', '\n', '.', 'a', '\r', '\n', '.', '\0', 'é'};
        for (int round = 0; round < 20_000; round++) {
            StringBuilder input = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                input.append(alphabet[random.nextInt(alphabet.length)]);
            }
            input.append("\r\n.\r\nrest");
            assertThat(chunked(input.toString(), random))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(model(input.toString()));
        }
    }

    private static String whole(String input) throws IOException {
        byte[] octets = input.getBytes(ISO_8859_1);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        DataScanner scanner = new DataScanner();
        int end = scanner.scan(octets, 0, octets.length, text);
        assertThat(scanner.ended()).isTrue();
        assertThat(input.substring(0, end)).endsWith(".\r\n");
        return text.toString(ISO_8859_1);
    }

    private static String chunked(String input, RandomGenerator random) throws IOException {
        byte[] octets = input.getBytes(ISO_8859_1);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        DataScanner scanner = new DataScanner();
        int at = 0;
        while (!scanner.ended()) {
            int to = Math.min(octets.length, at + 1 + random.nextInt(4));
            at = scanner.scan(octets, at, to, text);
        }
        return text.toString(ISO_8859_1) + "|" + input.substring(at);
    }

    /** RFC 5321 §4.5.2 said with string operations. */
    private static String model(String input) {
        String lines = "\r\n" + input;
        int end = lines.indexOf("\r\n.\r\n");
        String text = lines.substring(0, end + 2).replace("\r\n.", "\r\n").substring(2);
        return text + "|" + lines.substring(end + 5);
    }
}
