// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.sevenbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuotedPrintableOutputTest {
    @Test
    void whatIsEncodedCanBeDecoded() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String atoms = "\r\n =\t.a\u00e3\u0081";
        for (int round = 0; round < 1_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                int atom = random.nextInt(atoms.length() - 1);
                text.append(atom == 0 ? "\r\n" : atoms.substring(atom + 1, atom + 2));
            }
            String encoded = encode(text.toString());
            assertThat(decode(encoded)).as("seed " + seed + " round " + round).isEqualTo(text.toString());
            assertThat(encoded.lines())
                    .allMatch(line -> line.length() <= 76 && !line.endsWith(" ") && !line.endsWith("\t"));
            assertThat(encoded).matches("[\\r\\n\\t -~]*");
        }
    }

    @Test
    void spaceAtTheEndOfALineIsKept() throws IOException {
        assertThat(encode("a \r\nb\t\r\nc ")).isEqualTo("a=20\r\nb=09\r\nc=20");
    }

    @Test
    void aBareLineEndIsAnOctetLikeOthers() throws IOException {
        assertThat(encode("a\rb\nc")).isEqualTo("a=0Db=0Ac");
    }

    private static String encode(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        QuotedPrintableOutput encoder = new QuotedPrintableOutput(out);
        encoder.write(text.getBytes(StandardCharsets.ISO_8859_1));
        encoder.finish();
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static String decode(String encoded) {
        String joined = encoded.replace("=\r\n", "");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < joined.length(); i++) {
            if (joined.charAt(i) == '=') {
                text.append((char) Integer.parseInt(joined.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                text.append(joined.charAt(i));
            }
        }
        return text.toString();
    }
}
