// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Verdict;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;

class MarkedMessageTest {
    private static String marked(String message, String fields, boolean tag) throws IOException {
        Content content = Content.of(message.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        byte[] octets =
                MarkedMessage.of(content, fields.replace("\n", "\r\n"), tag).bytes();
        return new String(octets, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    }

    @Test
    void putsItsFieldsOnTopAndTakesOthersAway() throws IOException {
        assertThat(marked(
                        "A: b\nX-Spam-Status: No,\n score=-100\nx-spam-flag : NO\nSubject: s\n\nX-Spam-Flag: body\n",
                        "X-Spam-Flag: YES\n",
                        true))
                .isEqualTo("X-Spam-Flag: YES\nA: b\nSubject: [SPAM] s\n\nX-Spam-Flag: body\n");
    }

    @Test
    void givesASubjectToAMessageWithoutOne() throws IOException {
        assertThat(marked("A: b\n\nbody\n", "", true)).isEqualTo("A: b\nSubject: [SPAM]\n\nbody\n");
        assertThat(marked("A: b\n", "", true)).isEqualTo("A: b\nSubject: [SPAM]\n");
        assertThat(marked("A: b\n\nbody\n", "", false)).isEqualTo("A: b\n\nbody\n");
    }

    @Test
    void readsAnyPartOfALargeMessage() throws IOException {
        byte[] octets = ("Subject: s\r\n\r\n" + "0123456789".repeat(60_000)).getBytes(StandardCharsets.US_ASCII);
        Content whole = MarkedMessage.of(Content.of(octets), "X-Spam-Flag: YES\r\n", true);
        byte[] all = whole.bytes();
        assertThat(all).hasSize((int) whole.size());
        for (int at : new int[] {0, 10, 30, 40, 41, 100, 500_000}) {
            try (var in = whole.open(at, 25)) {
                assertThat(in.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(all, at, at + 25));
            }
        }
    }

    @Test
    void writesTheScoreAndItsReasons() {
        Verdict verdict =
                new Verdict(6.54, List.of(new Reason("A_RULE", 1.54, "", ""), new Reason("BAYES_SPAM", 5, "", "")));
        assertThat(SpamFields.of(verdict, true, 5.0)).isEqualTo("""
                        X-Spam-Flag: YES\r
                        X-Spam-Score: 6.5\r
                        X-Spam-Status: Yes, score=6.5 required=5.0\r
                        \ttests=BAYES_SPAM,\r
                        \tA_RULE\r
                        """);
        assertThat(SpamFields.of(Verdict.NONE, false, 5.0)).endsWith("tests=none\r\n");
    }
}
