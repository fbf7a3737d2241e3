// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.BoundedReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {
    @Test
    void oneLineIsAReply() throws Exception {
        assertThat(read("250 ok\r\n")).isEqualTo(SmtpReply.of(250, "ok"));
        assertThat(read("250\r\n")).isEqualTo(SmtpReply.of(250, ""));
        assertThat(read("250 \r\n")).isEqualTo(SmtpReply.of(250, ""));
    }

    @Test
    void linesAreJoined() throws Exception {
        assertThat(read("250-one\r\n250-\r\n250 three\r\n")).isEqualTo(SmtpReply.of(250, "one\n\nthree"));
    }

    @Test
    void theEnhancedCodeIsTakenOffEveryLine() throws Exception {
        assertThat(read("550-5.7.26 one\r\n550-5.7.26 two\r\n550 5.7.26 three" + "\r\n"))
                .isEqualTo(SmtpReply.of(550, "5.7.26", "one\ntwo\nthree"));
        assertThat(read("451 4.7.1\r\n")).isEqualTo(SmtpReply.of(451, "4.7.1", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1.0 x", "5.1 x", "5.1.x", "5.1.1234 x", "5..1 x", "5.7.1, x", "mx.example"})
    void whatIsNoEnhancedCodeOfItsClassIsText(String text) throws Exception {
        assertThat(read("550 " + text + "\r\n")).isEqualTo(SmtpReply.of(550, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25", "25x", "250x", "150 x", "650 x", " 250 x", "hello", "2 50"})
    void aLineWithoutACodeIsNoReply(String line) {
        assertThatThrownBy(() -> read(line + "\r\n")).isInstanceOf(ReplySyntaxException.class);
    }

    @Test
    void theCodeMustStayTheSame() {
        assertThatThrownBy(() -> read("250-a\r\n550 b\r\n"))
                .isInstanceOf(ReplySyntaxException.class)
                .hasMessage("a reply that begins with 250 goes on with 550");
    }

    @Test
    void aLineIsBounded() throws Exception {
        assertThat(read(line(ReplyReader.MAX_LINE - 1)).code()).isEqualTo(250);
        assertThat(read(line(ReplyReader.MAX_LINE)).code()).isEqualTo(250);
        assertThatThrownBy(() -> read(line(ReplyReader.MAX_LINE + 1))).isInstanceOf(ReplySyntaxException.class);
    }

    @Test
    void linesAreBounded() throws Exception {
        assertThat(read(lines(ReplyReader.MAX_LINES - 1)).code()).isEqualTo(250);
        assertThat(read(lines(ReplyReader.MAX_LINES)).code()).isEqualTo(250);
        assertThatThrownBy(() -> read(lines(ReplyReader.MAX_LINES + 1))).isInstanceOf(ReplySyntaxException.class);
    }

    @Test
    void theTextThatIsKeptIsBounded() throws Exception {
        String long4000 = "250-" + "x".repeat(4_000) + "\r\n";
        assertThat(read(long4000.repeat(20) + "250 end\r\n").text().length()).isLessThanOrEqualTo(ReplyReader.MAX_TEXT);
        assertThat(read("250-" + "x".repeat(4_090) + "\r\n250 " + "y".repeat(4_090) + "\r\n")
                        .text())
                .hasSize(8_181);
    }

    @Test
    void theEndOfTheStreamIsNoReply() {
        assertThatThrownBy(() -> read("250-a\r\n")).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("250 a")).isInstanceOf(EOFException.class);
    }

    @Test
    void aBareLineEndIsNoReply() {
        assertThatThrownBy(() -> read("250 a\n")).isInstanceOf(ReplySyntaxException.class);
        assertThatThrownBy(() -> read("250 a\r250 b\r\n")).isInstanceOf(ReplySyntaxException.class);
    }

    @Test
    void theTimeIsForTheWholeReply() {
        assertThatThrownBy(() -> new ReplyReader(reader("250 a\r\n"), _ -> {}).read(Duration.ZERO))
                .isInstanceOf(SocketTimeoutException.class);
    }

    private static String line(int octets) {
        return "250 " + "x".repeat(octets - 4) + "\r\n";
    }

    private static String lines(int count) {
        return "250-x\r\n".repeat(count - 1) + "250 x\r\n";
    }

    private static SmtpReply read(String octets) throws IOException, ReplySyntaxException {
        return new ReplyReader(reader(octets), _ -> {}).read(Duration.ofMinutes(1));
    }

    private static BoundedReader reader(String octets) {
        return new BoundedReader(new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
