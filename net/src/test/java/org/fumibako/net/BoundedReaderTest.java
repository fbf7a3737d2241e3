// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoundedReaderTest {
    private static final int MAX = 10;

    @Test
    void linesComeWithoutTheirEnding() throws IOException {
        BoundedReader reader = whole("NOOP\r\n\r\nQUIT\r\n");

        assertThat(line(reader)).isEqualTo("NOOP");
        assertThat(line(reader)).isEmpty();
        assertThat(line(reader)).isEqualTo("QUIT");
        assertThat(reader.readLine(MAX)).isNull();
    }

    @Test
    void aLineMayBeAsLongAsTheBound() throws IOException {
        assertThat(line(whole("a".repeat(MAX - 1) + "\r\n"))).hasSize(MAX - 1);
        assertThat(line(whole("a".repeat(MAX) + "\r\n"))).hasSize(MAX);
    }

    @Test
    void oneOctetBeyondTheBoundIsRefusedAndTheNextLineIsReadAgain() throws IOException {
        for (BoundedReader reader : feeds("a".repeat(MAX + 1) + "\r\nNOOP\r\n")) {
            assertThatExceptionOfType(LineTooLongException.class)
                    .isThrownBy(() -> reader.readLine(MAX))
                    .satisfies(e -> assertThat(e.max()).isEqualTo(MAX));
            assertThat(line(reader)).isEqualTo("NOOP");
        }
    }

    @Test
    void anOverlongLineIsRefusedBeforeItsEndArrives() {
        BoundedReader reader = whole("a".repeat(MAX + 1));

        assertThatExceptionOfType(LineTooLongException.class).isThrownBy(() -> reader.readLine(MAX));
    }

    @Test
    void aLineThatNeverEndsIsGivenUp() throws IOException {
        String skipped = "a".repeat(BoundedReader.MAX_SKIPPED - 1) + "\r\n";
        BoundedReader patient = whole(skipped + "NOOP\r\n");
        assertThatExceptionOfType(LineTooLongException.class).isThrownBy(() -> patient.readLine(MAX));
        assertThat(line(patient)).isEqualTo("NOOP");

        BoundedReader endless = whole("aa" + skipped);
        assertThatExceptionOfType(LineTooLongException.class).isThrownBy(() -> endless.readLine(MAX));
        assertThatIOException().isThrownBy(() -> endless.readLine(MAX)).withMessageContaining("giving up");
    }

    @Test
    void aBareLfIsRefusedAndReadingGoesOnBehindIt() throws IOException {
        for (BoundedReader reader : feeds("NO\nOP\r\n")) {
            assertThatExceptionOfType(BareLineEndingException.class)
                    .isThrownBy(() -> reader.readLine(MAX))
                    .withMessageContaining("LF");
            assertThat(line(reader)).isEqualTo("OP");
        }
    }

    @Test
    void aBareCrIsRefusedWithTheWholeLine() throws IOException {
        for (BoundedReader reader : feeds("NO\rOP\r\nQUIT\r\n")) {
            assertThatExceptionOfType(BareLineEndingException.class)
                    .isThrownBy(() -> reader.readLine(MAX))
                    .withMessageContaining("CR");
            assertThat(line(reader)).isEqualTo("QUIT");
        }
    }

    @Test
    void aDoubledCrIsABareOne() throws IOException {
        for (BoundedReader reader : feeds("NOOP\r\r\nQUIT\r\n")) {
            assertThatExceptionOfType(BareLineEndingException.class).isThrownBy(() -> reader.readLine(MAX));
            assertThat(line(reader)).isEqualTo("QUIT");
        }
    }

    @Test
    void aLineCutOffByTheEndIsDropped() throws IOException {
        assertThat(whole("QUI").readLine(MAX)).isNull();
        assertThat(whole("QUIT\r").readLine(MAX)).isNull();
    }

    @Test
    void literalsAndLinesMix() throws IOException {
        for (BoundedReader reader : feeds("a {5}\r\nhello\r\nb\r\n")) {
            assertThat(line(reader)).isEqualTo("a {5}");
            byte[] literal = new byte[5];
            reader.readFully(literal);
            assertThat(literal).asString().isEqualTo("hello");
            assertThat(line(reader)).isEmpty();
            assertThat(line(reader)).isEqualTo("b");
        }
    }

    @Test
    void transferHandsOverExactlyWhatWasAskedFor() throws IOException {
        String body = "0123456789".repeat(10_000);
        for (BoundedReader reader : feeds(body + "QUIT\r\n")) {
            ByteArrayOutputStream sink = new ByteArrayOutputStream();
            assertThat(reader.transferTo(sink, body.length())).isEqualTo(body.length());
            assertThat(sink.toString(StandardCharsets.US_ASCII)).isEqualTo(body);
            assertThat(line(reader)).isEqualTo("QUIT");
        }
    }

    @Test
    void transferFailsWhenTheStreamEndsTooSoon() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> whole("abc").transferTo(new ByteArrayOutputStream(), 4));
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> whole("abc").readFully(new byte[4]));
    }

    @Test
    void aScannerLooksAtTheBufferInPlace() throws IOException {
        BoundedReader reader = whole("abcdef");

        assertThat(reader.fill()).isTrue();
        assertThat(reader.buffered()).isTrue();
        assertThat(new String(
                        reader.buffer(),
                        reader.position(),
                        reader.limit() - reader.position(),
                        StandardCharsets.US_ASCII))
                .isEqualTo("abcdef");
        reader.consume(4);
        assertThat(reader.read()).isEqualTo('e');
        assertThat(reader.fill()).isFalse();
        assertThat(reader.read()).isEqualTo('f');
        assertThat(reader.buffered()).isFalse();
    }

    @Test
    void fillKeepsWhatWasNotConsumedUpToABound() throws IOException {
        byte[] octets = new byte[3 * BoundedReader.BULK];
        Arrays.fill(octets, (byte) 'x');
        BoundedReader reader = new BoundedReader(new ByteArrayInputStream(octets));

        reader.fill();
        reader.fill();
        assertThat(reader.limit() - reader.position()).isEqualTo(2 * BoundedReader.BULK);
        assertThatIllegalStateException().isThrownBy(reader::fill);
    }

    @Test
    void waitingForALineAfterBulkDataTakesASmallBuffer() throws IOException {
        BoundedReader reader = new BoundedReader(byteWise("x".repeat(100) + "QUIT\r\n"));
        reader.transferTo(new ByteArrayOutputStream(), 100);
        assertThat(reader.buffer()).hasSize(BoundedReader.BULK);

        line(reader);
        assertThat(reader.buffer()).hasSize(BoundedReader.SMALL);
    }

    private static String line(BoundedReader reader) throws IOException {
        return new String(reader.readLine(MAX), StandardCharsets.US_ASCII);
    }

    /** The same input whole and octet by octet: a reader must not care. */
    private static BoundedReader[] feeds(String input) {
        return new BoundedReader[] {whole(input), new BoundedReader(byteWise(input))};
    }

    private static BoundedReader whole(String input) {
        return new BoundedReader(new ByteArrayInputStream(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static ByteArrayInputStream byteWise(String input) {
        return new ByteArrayInputStream(input.getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(1, length));
            }
        };
    }
}
