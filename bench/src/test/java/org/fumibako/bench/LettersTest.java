// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LettersTest {

    private static final int RARITY = 100;

    private final Letters letters = new Letters(RARITY);

    @Test
    void oneMessageOfAHundredHasEachWord() {
        String[] messages = Stream.iterate(0L, number -> number + 1)
                .limit(3L * RARITY)
                .map(number -> text(letters.message(number)))
                .toArray(String[]::new);

        assertThat(messages)
                .filteredOn(text -> text.contains(Letters.ENGLISH_WORD))
                .hasSize(3);
        assertThat(messages)
                .filteredOn(text -> text.contains(Letters.JAPANESE_WORD))
                .hasSize(3);
    }

    @Test
    void everyLineIsOneThatMailMayHave() {
        for (long number = 0; number < RARITY; number++) {
            String message = new String(letters.message(number), StandardCharsets.US_ASCII);
            assertThat(message.replace("\r\n", "")).doesNotContain("\r", "\n");
            assertThat(message.split("\r\n", -1)).allMatch(line -> line.length() <= 998);
        }
    }

    /** What is behind the header, and its encoding undone. */
    private static String text(byte[] message) {
        String text = new String(message, StandardCharsets.US_ASCII);
        String body = text.substring(text.indexOf("\r\n\r\n") + 4);
        return text.contains("base64\r\n")
                ? new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }
}
