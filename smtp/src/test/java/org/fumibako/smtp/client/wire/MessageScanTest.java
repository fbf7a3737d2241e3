// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.fumibako.mime.CanonicalLines;
import org.junit.jupiter.api.Test;

class MessageScanTest {
    @Test
    void theSizeOfMendedLinesIsThatOfWhatIsWritten() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] octets = new byte[random.nextInt(12)];
            for (int i = 0; i < octets.length; i++) {
                octets[i] = (byte) "\r\n\r\n.a".charAt(random.nextInt(6));
            }
            ByteArrayOutputStream mended = new ByteArrayOutputStream();
            CanonicalLines lines = new CanonicalLines(mended);
            int cut = octets.length == 0 ? 0 : random.nextInt(octets.length);
            lines.write(octets, 0, cut);
            lines.write(octets, cut, octets.length - cut);
            lines.finish();
            MessageScan.Scanner scanner = new MessageScan.Scanner();
            scanner.write(octets, 0, cut);
            scanner.write(octets, cut, octets.length - cut);
            assertThat(scanner.result().lineSize())
                    .as("seed " + seed + " round " + round)
                    .isEqualTo(mended.size());
            assertThat(scanner.result().canonical()).isEqualTo(java.util.Arrays.equals(octets, mended.toByteArray()));
        }
    }

    @Test
    void headerAndBodyAreToldApart() throws IOException {
        assertThat(scan("X: \u00e9\r\n\r\n").eightBitHeader()).isTrue();
        assertThat(scan("X: y\r\n\r\n\u00e9").eightBitHeader()).isFalse();
        assertThat(scan("X: y\r\n\r\n\u00e9").eightBit()).isTrue();
        assertThat(scan("X: y\n\n\0").nulInHeader()).isFalse();
        assertThat(scan("X: y\n\n\0").nulInBody()).isTrue();
        assertThat(scan("X: y\r\r\0").nulInBody()).isTrue();
        assertThat(scan("\r\n\0").nulInHeader()).isFalse();
        assertThat(scan("X: \0").nulInHeader()).isTrue();
    }

    @Test
    void bareLineEndsAreSeen() throws IOException {
        assertThat(scan("a\r\nb").bareLineEnds()).isFalse();
        assertThat(scan("a\rb").bareLineEnds()).isTrue();
        assertThat(scan("a\nb").bareLineEnds()).isTrue();
        assertThat(scan("a\r").bareLineEnds()).isTrue();
    }

    private static MessageScan scan(String octets) throws IOException {
        return MessageScan.of(new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
