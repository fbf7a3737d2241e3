// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;

class HeaderWriterTest {
    private static final EmailAddress TARO = EmailAddress.of("taro@example.jp");

    @Test
    void plainTextIsFoldedAtSpaces() {
        String field = HeaderWriter.text("Subject", "word ".repeat(40));
        assertThat(field.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
        assertThat(read(field, "Subject")).isEqualTo("word ".repeat(40).strip());
    }

    @Test
    void noValueEndsTheField() {
        assertThat(HeaderWriter.text("Subject", "a\r\nBcc: x@y\0\u2028z")).isEqualTo("Subject: a  Bcc: x@y  z\r\n");
        assertThat(HeaderWriter.address("To", "a\"\r\n", TARO)).isEqualTo("To: \"a\\\"\" <taro@example.jp>\r\n");
        assertThat(HeaderWriter.attachment("text/plain", "a\"\r\nb").split("\r\n"))
                .hasSize(2);
    }

    @Test
    void addressesHaveTheirNamesQuotedOrEncoded() {
        assertThat(HeaderWriter.address("To", "", EmailAddress.of("a.@ezweb.ne.jp")))
                .isEqualTo("To: \"a.\"@ezweb.ne.jp\r\n");
        assertThat(HeaderWriter.address("From", "太郎", TARO))
                .isEqualTo("From: =?UTF-8?B?5aSq6YOO?= <taro@example.jp>\r\n");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (long seed = 0; seed < 1_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(120);
            for (int i = 0; i < length; i++) {
                text.appendCodePoint("aé文箱①髙 \uD842\uDFB7=?_\"\\".codePoints().toArray()[random.nextInt(13)]);
            }
            String clean = text.toString().strip();
            String field = HeaderWriter.text("Subject", clean);
            assertThat(field.split("\r\n"))
                    .as("seed %d", seed)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
            assertThat(read(field, "Subject")).as("seed %d", seed).isEqualTo(clean);
        }
    }

    @Test
    void fileNamesAreWrittenBothWays() throws IOException {
        String name = "文箱の長い長い長い長い長い長い長いファイル名（①髙）.pdf";
        String fields = HeaderWriter.attachment("application/pdf", name);
        assertThat(fields).contains("name=\"=?UTF-8?B?").contains("filename*0*=UTF-8''%E6%96%87");
        assertThat(fields.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
        BodyPart part = Messages.parse(fields + "\r\n");
        assertThat(part.fileName()).contains(name);
        assertThat(FileNames.value(part.parameters(), "name")).contains(name);
        assertThat(HeaderWriter.attachment("application/pdf", "a.pdf").split("\r\n"))
                .containsExactly(
                        "Content-Type: application/pdf; name=\"a.pdf\"",
                        "Content-Disposition: attachment; filename=\"a.pdf\"");
    }

    private static String read(String field, String name) {
        return HeaderText.decode(Headers.of((field + "\r\n").getBytes(StandardCharsets.US_ASCII))
                .first(name)
                .orElseThrow());
    }
}
