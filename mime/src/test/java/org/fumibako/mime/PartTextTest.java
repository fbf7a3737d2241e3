// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.mime.Messages.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTextTest {
    /** In this table {@code $} is CRLF, {@code %} is LF and {@code _} is a space. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a=20b=3D      | a_b=
            soft=$break   | softbreak
            soft=__$break | softbreak
            soft=%break   | softbreak
            line__$x      | line$x
            line__%x      | line%x
            a__b          | a__b
            =4a=4A        | JJ
            a=b           | a=b
            a=4g          | a=4g
            a=_b          | a=_b
            a==20         | a=_
            a=            | a
            a=4           | a=4
            a==           | a=
            a__           | a
            """)
    void quotedPrintableIsReadAsItComes(String encoded, String expected) throws IOException {
        assertThat(new String(quotedPrintable(marks(encoded)), StandardCharsets.ISO_8859_1))
                .isEqualTo(marks(expected));
    }

    @Test
    void longRunsOfSpacesAreContent() throws IOException {
        for (int count : new int[] {999, 1_000, 1_001, 20_000}) {
            assertThat(quotedPrintable(" ".repeat(count) + "x")).hasSize(count + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"YWJj, abc", "YW Jj, abc", "YWI=, ab", "YWI, ab", "YQ==YmM=, abc", "Y!W*Jj, abc", "Y, ''", "====, ''"})
    void base64IsReadAsItComes(String encoded, String expected) throws IOException {
        assertThat(new String(base64(encoded), StandardCharsets.ISO_8859_1)).isEqualTo(expected);
        assertThat(new String(Base64Alphabet.decode(encoded), StandardCharsets.ISO_8859_1))
                .isEqualTo(expected);
    }

    @Test
    void whatOthersEncodeIsReadBack() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] octets = new byte[random.nextInt(20_000)];
            random.nextBytes(octets);
            String encoded = Base64.getMimeEncoder().encodeToString(octets);
            assertThat(base64(encoded)).as("seed %d", seed).isEqualTo(octets);
            try (InputStream in = new Base64Input(stream(encoded))) {
                int first = in.read();
                assertThat(first).as("seed %d", seed).isEqualTo(octets.length == 0 ? -1 : octets[0] & 0xff);
            }
        }
    }

    @Test
    void aPartIsReadInItsCharsetWithoutItsEncoding() throws IOException {
        Content message = content(Messages.lines(
                "Content-Type: text/plain; charset=\"ISO-2022-JP\"",
                "Content-Transfer-Encoding: Quoted-Printable",
                "",
                "=1B$B-!=1B(B"));
        assertThat(PartText.read(message, MessageParser.parse(message), 1_000)).isEqualTo("①\r\n");
    }

    @Test
    void noMoreIsReadThanAskedFor() throws IOException {
        Content message = content("\r\n" + "x".repeat(100_000));
        for (int most : new int[] {0, 1, 99_999, 100_000}) {
            assertThat(PartText.read(message, MessageParser.parse(message), most))
                    .hasSize(most);
        }
    }

    private static String marks(String text) {
        return text.replace("$", "\r\n").replace('%', '\n').replace('_', ' ');
    }

    private static byte[] quotedPrintable(String encoded) throws IOException {
        try (InputStream in = new QuotedPrintableInput(stream(encoded))) {
            return in.readAllBytes();
        }
    }

    private static byte[] base64(String encoded) throws IOException {
        try (InputStream in = new Base64Input(stream(encoded))) {
            return in.readAllBytes();
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
