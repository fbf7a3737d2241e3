// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;

class EnvelopeFieldsTest {
    @Test
    void fieldsComeBackAsTheHeaderHasThem() throws IOException {
        EnvelopeFields envelope = envelope("""
                Date: Wed, 25 Nov 2026 04:22:32 +0900\r
                Subject: say "hi" \\ now\r
                From: "Terry Gray" <gray@cac.example>\r
                To: a@example.jp, =?utf-8?B?5aSq6YOO?= <taro@example.jp>\r
                Message-ID: <x@y>\r
                \r
                """);

        assertThat(envelope.field("date")).contains("Wed, 25 Nov 2026 04:22:32 +0900");
        assertThat(envelope.field("SUBJECT")).contains("say \"hi\" \\ now");
        assertThat(envelope.field("From")).contains("Terry Gray <gray@cac.example>");
        assertThat(envelope.field("to")).contains("<a@example.jp>, =?utf-8?B?5aSq6YOO?= <taro@example.jp>");
        assertThat(envelope.field("Cc")).isEmpty();
        assertThat(envelope.field("In-Reply-To")).isEmpty();
        assertThat(envelope.field("Message-ID")).contains("<x@y>");
    }

    @Test
    void literalsAreRead() throws IOException {
        EnvelopeFields envelope =
                envelope("Subject: caf\u00e9\r\nFrom: \u00e9 <e@example.jp>\r\nMessage-ID: <z>\r\n\r\n");

        assertThat(envelope.field("Subject")).contains("caf\u00e9");
        assertThat(envelope.field("From")).contains("\u00e9 <e@example.jp>");
        assertThat(envelope.field("Message-ID")).contains("<z>");
    }

    @Test
    void groupsAreRead() throws IOException {
        EnvelopeFields envelope = envelope("To: friends: a@example.jp, b@example.jp;\r\nMessage-ID: <z>\r\n\r\n");

        assertThat(envelope.field("To").orElseThrow()).contains("friends", "<a@example.jp>", "<b@example.jp>");
        assertThat(envelope.field("Message-ID")).contains("<z>");
    }

    private static EnvelopeFields envelope(String header) throws IOException {
        byte[] octets = header.getBytes(StandardCharsets.ISO_8859_1);
        return EnvelopeFields.of(MessageSummary.of(Content.of(octets)).envelope());
    }
}
