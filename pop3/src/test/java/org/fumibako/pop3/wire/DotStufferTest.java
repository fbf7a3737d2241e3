// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotStufferTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|.~",
                "a|a~.~",
                "a~|a~.~",
                ".~|..~.~",
                "a~.b~..~|a~..b~...~.~",
                "a;b;|a~b~.~",
                "a!b~|a!b~.~",
                "a~!|a~~.~",
                "!.~|!.~.~"
            })
    void linesEndWithCrLfAndDotsAreDoubled(String message, String sent) throws IOException {
        assertThat(message(wire(message))).isEqualTo(wire(sent));
    }

    @ParameterizedTest
    @CsvSource({"0,h~~.~", "1,h~~a~.~", "2,h~~a~..b~.~", "3,h~~a~..b~c~.~", "9,h~~a~..b~c~.~"})
    void topIsTheHeaderAndSoManyLines(long lines, String sent) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DotStuffer(out).top(in(wire("h~~a~.b~c")), lines);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(wire(sent));
    }

    @Test
    void undoingItGivesTheMessageBack() throws IOException {
        long seed = RandomGenerator.getDefault().nextLong();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder message = new StringBuilder();
            for (int line = random.nextInt(400); line >= 0; line--) {
                message.append(".".repeat(random.nextInt(3)))
                        .append("x".repeat(random.nextInt(60)))
                        .append("\r\n");
            }
            String sent = message(message.toString());
            String received = ("\r\n" + sent.substring(0, sent.length() - 3)).replace("\r\n.", "\r\n");
            assertThat(received.substring(2)).as("seed %d", seed).isEqualTo(message.toString());
        }
    }

    private static String message(String message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DotStuffer(out).message(in(message));
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static ByteArrayInputStream in(String message) {
        return new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** {@code ~} is CRLF, {@code ;} LF and {@code !} CR. */
    private static String wire(String text) {
        return text.replace("~", "\r\n").replace(";", "\n").replace("!", "\r");
    }
}
