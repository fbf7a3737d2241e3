// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    private static final Sink NOWHERE = (from, offset, length) -> {};

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 4_000, 32_767, 32_768, 32_769, 200_000})
    void whatIsWrittenCanBeReadAfterEachWrite(int length) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        byte[] text = "* 1 FETCH (FLAGS (\\Seen))\r\n".repeat(length / 20 + 1).getBytes(StandardCharsets.US_ASCII);
        try (Compression compression = new Compression(nothing(), wire::write)) {
            compression.write(noise, 0, noise.length);
            compression.write(text, 0, text.length);
            compression.write(noise, 0, noise.length);
        }

        InputStream read = new InflaterInputStream(new ByteArrayInputStream(wire.toByteArray()), new Inflater(true));
        assertThat(read.readNBytes(length)).isEqualTo(noise);
        assertThat(read.readNBytes(text.length)).isEqualTo(text);
        assertThat(read.readNBytes(length)).isEqualTo(noise);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1_000_000})
    void whatArrivesInPiecesIsRead(int piece) throws IOException {
        byte[] text = "a1 NOOP\r\n".repeat(3_000).getBytes(StandardCharsets.US_ASCII);
        byte[] wire = deflated(text, Deflater.SYNC_FLUSH);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (Compression compression = new Compression(source(wire, piece), NOWHERE)) {
            byte[] buffer = new byte[100];
            for (int count = read(compression, buffer); count > 0; count = read(compression, buffer)) {
                read.write(buffer, 0, count);
            }
        }

        assertThat(read.toByteArray()).isEqualTo(text);
    }

    @Test
    void endOfTheCompressedStreamIsTheEnd() throws IOException {
        byte[] wire = deflated(new byte[] {'x'}, Deflater.FULL_FLUSH);
        ByteArrayOutputStream ended = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(ended, new Deflater(1, true))) {
            out.write('y');
        }
        byte[] both = new byte[wire.length + ended.size() + 5];
        System.arraycopy(wire, 0, both, 0, wire.length);
        System.arraycopy(ended.toByteArray(), 0, both, wire.length, ended.size());
        try (Compression compression = new Compression(source(both, 100), NOWHERE)) {
            byte[] buffer = new byte[10];
            int first = read(compression, buffer);
            int second = first == 1 ? read(compression, buffer) : 1;
            assertThat(first + second).isGreaterThanOrEqualTo(2);
            assertThat(read(compression, buffer)).isEqualTo(-1);
        }
    }

    @Test
    void whatIsNotDeflateIsRefused() {
        byte[] plain = "a1 NOOP\r\na2 NOOP\r\n".getBytes(StandardCharsets.US_ASCII);
        try (Compression compression = new Compression(source(plain, 100), NOWHERE)) {
            assertThatThrownBy(() -> {
                        byte[] buffer = new byte[100];
                        while (read(compression, buffer) >= 0) {
                            assertThat(buffer).isNotNull();
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void muchOutOfLittleIsRefusedBeyondWhatIsFree() throws IOException {
        byte[] bomb = deflated(new byte[(int) Compression.FREE + 1], Deflater.SYNC_FLUSH);
        assertThat(bomb.length).isLessThan((int) (Compression.FREE / Compression.MAX_RATIO));
        try (Compression compression = new Compression(source(bomb, bomb.length), NOWHERE)) {
            byte[] buffer = new byte[1 << 20];
            long read = 0;
            while (read < Compression.FREE - 1) {
                read += compression.read(
                        buffer, 0, (int) Math.min(buffer.length, Compression.FREE - 1 - read), Duration.ZERO);
            }
            assertThat(compression.read(buffer, 0, 1, Duration.ZERO)).isEqualTo(1);
            assertThatThrownBy(() -> compression.read(buffer, 0, 1, Duration.ZERO))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("out of one");
        }
    }

    private static int read(Compression compression, byte[] into) throws IOException {
        return compression.read(into, 0, into.length, Duration.ZERO);
    }

    private static byte[] deflated(byte[] octets, int flush) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(octets);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        int count = deflater.deflate(buffer, 0, buffer.length, flush);
        while (count > 0) {
            out.write(buffer, 0, count);
            count = count < buffer.length ? 0 : deflater.deflate(buffer, 0, buffer.length, flush);
        }
        deflater.end();
        return out.toByteArray();
    }

    private static Source nothing() {
        return (into, offset, length, timeout) -> -1;
    }

    private static Source source(byte[] octets, int piece) {
        ByteArrayInputStream in = new ByteArrayInputStream(octets);
        return (into, offset, length, timeout) -> in.read(into, offset, Math.min(piece, length));
    }
}
