// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.mime.Headers;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;

/**
 * Three readers look at a header: that of policy, that of signatures, and that of what people are shown. An author whom one of them
 * does not see would be shown, and proved by nobody.
 */
class HeaderReadersTest {
    private static final List<String> PIECES = List.of(
            "From:",
            "from:",
            "FROM :",
            "From\t:",
            "From \t :",
            "From",
            ":",
            " ",
            "\t",
            "\r\n",
            "\r\n",
            "\r\n",
            "\r\n\r\n",
            "\r\n ",
            "\r\n\t",
            "a@b.test",
            "<c@d.test>",
            "X:",
            "\u0000",
            "\u0080",
            "\u000b",
            "\f",
            "\u007f",
            "\u00a0",
            "Subject: x\r\n",
            "From: e@f.test\r\n",
            "\r\n \r\n",
            "Received: y\r\n");

    @Test
    void allSeeTheSameAuthors() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 50_000; round++) {
            String text = random.ints(random.nextInt(1, 14), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            Content message = Content.of(text.getBytes(StandardCharsets.ISO_8859_1));
            List<String> shown = squeezed(Headers.of(message.bytes()).all("from"));
            assertThat(signed(message)).as("seed %d: %s", seed, text).isEqualTo(shown);
            assertThat(squeezed(HeaderFields.of(message).bodies("From")))
                    .as("seed %d: %s", seed, text)
                    .hasSameSizeAs(shown);
        }
    }

    private static List<String> signed(Content message) throws IOException {
        org.fumibako.mailauth.message.HeaderFields header =
                MessageView.of(message).header();
        return squeezed(
                Arrays.stream(header.all("from")).mapToObj(header::value).toList());
    }

    private static List<String> squeezed(List<String> values) {
        return values.stream()
                .map(value -> value.replace("\r\n", "").replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", ""))
                .toList();
    }
}
