// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SinkTest {

    private final Sink sink = newSink();

    @AfterEach
    void close() throws IOException {
        sink.close();
    }

    @Test
    void everyMessageIsCountedAndSignedOnesByThemselves() throws IOException {
        try (SmtpClient client = SmtpClient.connect(sink.port())) {
            deliver(client, "friend@elsewhere.test", "Subject: plain\r\n\r\n..dot\r\n");
            deliver(client, "friend@elsewhere.test", "DKIM-Signature: v=1\r\nSubject: signed\r\n\r\nhello\r\n");
        }
        assertThat(sink.messages()).isEqualTo(2);
        assertThat(sink.signed()).isEqualTo(1);
        assertThat(sink.marked()).isZero();
    }

    @Test
    void aSinkThatPutsOffTakesMarkedMailOnly() throws IOException {
        sink.willing(false);
        try (SmtpClient client = SmtpClient.connect(sink.port())) {
            deliver(client, Sink.MARKED, "Subject: new\r\n\r\nhello\r\n");
        }
        assertThatThrownBy(this::deliverUnmarked)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("450 4.2.1");
        assertThat(sink.marked()).isEqualTo(1);
        assertThat(sink.messages()).isEqualTo(1);
    }

    private void deliverUnmarked() throws IOException {
        try (SmtpClient client = SmtpClient.connect(sink.port())) {
            deliver(client, "friend@elsewhere.test", "Subject: old\r\n\r\nhello\r\n");
        }
    }

    private static void deliver(SmtpClient client, String to, String message) throws IOException {
        client.deliver(
                SmtpClient.Envelope.of("taro@example.test", List.of(to)), (message + ".\r\n").getBytes(US_ASCII));
    }

    private static Sink newSink() {
        try {
            return new Sink();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
