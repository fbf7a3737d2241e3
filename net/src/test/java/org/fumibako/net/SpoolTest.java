// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final int MEMORY = 10_000;
    private static final int MAX = 30_000;

    @TempDir
    private Path directory;

    @Test
    void contentIsTheSameInMemoryAndInAFile() throws IOException {
        for (int size : new int[] {0, 1, MEMORY - 1, MEMORY, MEMORY + 1, MAX - 1, MAX}) {
            byte[] octets = octets(size);
            try (Spool spool = new Spool(directory, MEMORY, MAX)) {
                for (int from = 0; from < size; from += 777) {
                    spool.write(octets, from, Math.min(777, size - from));
                }
                Content content = spool.content();
                assertThat(spool.size()).isEqualTo(size);
                assertThat(content.size()).isEqualTo(size);
                assertThat(content.bytes()).isEqualTo(octets);
                try (InputStream middle = content.open(size / 3, size / 3)) {
                    assertThat(middle.readAllBytes())
                            .isEqualTo(Arrays.copyOfRange(octets, size / 3, size / 3 + size / 3));
                }
                assertThat(content.open(size, 5).read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void oneOctetOverTheMaximumIsRefused() throws IOException {
        try (Spool spool = new Spool(directory, MEMORY, MAX)) {
            spool.write(octets(MAX));
            assertThatExceptionOfType(TooLargeException.class)
                    .isThrownBy(() -> spool.write('x'))
                    .satisfies(e -> assertThat(e.max()).isEqualTo(MAX));
        }
        try (Spool spool = new Spool(directory, MEMORY, MAX)) {
            assertThatExceptionOfType(TooLargeException.class).isThrownBy(() -> spool.write(octets(MAX + 1)));
            assertThat(spool.size()).isZero();
        }
    }

    @Test
    void theTemporaryFileHasNoName() throws IOException {
        try (Spool spool = new Spool(directory, MEMORY, MAX)) {
            spool.write(octets(MEMORY + 1));
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files).isEmpty();
            }
            assertThat(spool.content().bytes()).hasSize(MEMORY + 1);
        }
    }

    private static byte[] octets(int size) {
        byte[] octets = new byte[size];
        for (int i = 0; i < size; i++) {
            octets[i] = (byte) (i % 251);
        }
        return octets;
    }
}
