// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;

class HeaderFieldsTest {
    @Test
    void fieldsAreFoundInAnyCaseAndUnfolded() throws IOException {
        HeaderFields header =
                header("FROM: a\r\nx-from: b\r\nfrom :\r\n  c\r\n\td\r\nFrom-Far: e\r\n\r\nFrom: body\r\n");

        assertThat(header.count("From")).isEqualTo(2);
        assertThat(header.bodies("From")).containsExactly("a", "c\td");
        assertThat(header.count("Date")).isZero();
    }

    @Test
    void aFoldedLineIsNoField() throws IOException {
        assertThat(header("Subject: x\r\n From: a\r\n\r\n").count("From")).isZero();
    }

    @Test
    void aMessageNeedsNoHeaderAndNoBody() throws IOException {
        assertThat(header("").count("From")).isZero();
        assertThat(header("\r\nFrom: body\r\n").count("From")).isZero();
        assertThat(header("From: a").bodies("From")).containsExactly("a");
        assertThat(header("From: a\r\n").bodies("From")).containsExactly("a");
        assertThat(header("Fro").count("From")).isZero();
    }

    @Test
    void hopsHaveABound() throws IOException {
        String hop = "Received: x\r\n";
        assertThat(LoopCheck.check(header(hop.repeat(LoopCheck.MAX_HOPS - 1) + "\r\n")))
                .isEmpty();
        assertThat(LoopCheck.check(header(hop.repeat(LoopCheck.MAX_HOPS) + "\r\n")))
                .isEmpty();
        assertThat(LoopCheck.check(header(hop.repeat(LoopCheck.MAX_HOPS + 1) + "\r\n")))
                .contains(RecipientReplies.LOOP);
        assertThat(LoopCheck.check(header("\r\n" + hop.repeat(99)))).isEmpty();
    }

    private static HeaderFields header(String message) throws IOException {
        return HeaderFields.of(Content.of(message.getBytes(StandardCharsets.UTF_8)));
    }
}
