// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {
    private static final long NO_LIMIT = 1L << 30;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: b\n\r\nx",
                "A: b\r\n\r\nx\ny",
                "A: b\r\n\r\nx\ry",
                "A: b\r\n\r\nx\r",
                "\n",
                "\r",
                "A: b\r\r\n"
            })
    void bareLineEndsAreAFaultInText(String message) throws IOException {
        assertThat(fault(message, false)).contains(TextFault.BARE_LINE_END);
    }

    @Test
    void bareLineEndsInABinaryBodyAreData() throws IOException {
        assertThat(fault("A: b\r\n\r\nx\ny\rz\0\r", true)).isEmpty();
        assertThat(fault("A: b\nB: c\r\n\r\nx", true)).contains(TextFault.BARE_LINE_END);
    }

    @Test
    void nulIsAFaultInTheHeaderOnly() throws IOException {
        assertThat(fault("A: b\0\r\n\r\nx", false)).contains(TextFault.NUL_IN_HEADER);
        assertThat(fault("A: b\r\n\r\nx\0", false)).isEmpty();
    }

    @Test
    void aLineHasABound() throws IOException {
        String header = "A: b\r\n\r\n";
        int longest = MessageText.MAX_LINE - 2;
        assertThat(fault(header + "x".repeat(longest - 1) + "\r\n", false)).isEmpty();
        assertThat(fault(header + "x".repeat(longest) + "\r\n", false)).isEmpty();
        assertThat(fault(header + "x".repeat(longest + 1) + "\r\n", false)).contains(TextFault.LINE_TOO_LONG);
        assertThat(fault(header + "x".repeat(MessageText.MAX_LINE * 2), false)).contains(TextFault.LINE_TOO_LONG);
        assertThat(fault(header + "x".repeat(MessageText.MAX_LINE * 2), true)).isEmpty();
    }

    @Test
    void theHeaderHasABound() throws IOException {
        String line = "A: " + "x".repeat(1019) + "\r\n";
        String header = line.repeat(MessageText.MAX_HEADER / line.length());
        assertThat(header).hasSize(MessageText.MAX_HEADER);
        assertThat(fault(header.substring(2) + "\r\nbody", false)).isEmpty();
        assertThat(fault(header.substring(1) + "\r\nbody", false)).contains(TextFault.HEADER_TOO_LARGE);
        assertThat(fault(header + "\r\nbody", false)).contains(TextFault.HEADER_TOO_LARGE);
    }

    @Test
    void aMessageHasABoundAndIsCountedBeyondIt() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        MessageText text = new MessageText(kept, 10, false);
        text.write("A: b\r\n\r\n01".getBytes(ISO_8859_1));
        assertThat(text.fault()).isEmpty();
        text.write('2');
        assertThat(text.fault()).contains(TextFault.MESSAGE_TOO_LARGE);
        assertThat(text.size()).isEqualTo(11);
        assertThat(kept.size()).isEqualTo(10);
    }

    @Test
    void octetByOctetIsTheSameAsAtOnce() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        MessageText text = new MessageText(kept, NO_LIMIT, false);
        String message = "Subject: \u00e9\r\n\r\nbody\r\n";
        for (byte octet : message.getBytes(ISO_8859_1)) {
            text.write(octet);
        }
        text.finish();
        assertThat(text.fault()).isEmpty();
        assertThat(text.eightBitHeader()).isTrue();
        assertThat(kept.toString(ISO_8859_1)).isEqualTo(message);
    }

    @Test
    void aDiskThatIsFullIsAFaultOfTheMessage() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        MessageText text = new MessageText(full, NO_LIMIT, false);
        text.write("A: b\r\n".getBytes(ISO_8859_1));
        assertThat(text.fault()).contains(TextFault.NOT_KEPT);
    }

    private static Optional<TextFault> fault(String message, boolean binary) throws IOException {
        MessageText text = new MessageText(new ByteArrayOutputStream(), NO_LIMIT, binary);
        text.write(message.getBytes(ISO_8859_1));
        text.finish();
        return text.fault();
    }
}
