// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final Manifest SAMPLE = naming("packs/0000000001-0.pack", "state-1/files/tls/a key.pem");

    @TempDir
    private Path backup;

    @Test
    void whatWasWrittenIsRead() throws Exception {
        SAMPLE.write(backup);
        assertThat(Manifest.read(backup)).contains(SAMPLE);
    }

    @Test
    void whereNoneIsNoneIsFound() throws Exception {
        assertThat(Manifest.read(backup)).isEmpty();
    }

    @Test
    void oneThatWasCutShortAnywhereIsDamaged() throws Exception {
        SAMPLE.write(backup);
        byte[] whole = Files.readAllBytes(backup.resolve(Manifest.NAME));
        for (int length = 0; length < whole.length; length++) {
            Files.write(backup.resolve(Manifest.NAME), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Manifest.read(backup))
                    .as("first %d octets", length)
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("manifest is damaged: ");
        }
    }

    @Test
    void oneInWhichAnyOctetChangedIsDamaged() throws Exception {
        SAMPLE.write(backup);
        byte[] whole = Files.readAllBytes(backup.resolve(Manifest.NAME));
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(backup.resolve(Manifest.NAME), changed);
            assertThatThrownBy(() -> Manifest.read(backup)).as("octet %d", at).isInstanceOf(BackupException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../other/file", "packs/../../file", "a/./b"})
    void aPathThatLeadsElsewhereIsRefused(String path) throws Exception {
        naming(path).write(backup);
        assertThatThrownBy(() -> Manifest.read(backup))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("out of bounds");
    }

    @Test
    void aLineIsReadUpToItsBound() throws Exception {
        int before = "file 00000000 0 ".length();
        for (int length : List.of(Manifest.MAX_LINE - 1, Manifest.MAX_LINE)) {
            Manifest manifest = naming("x".repeat(length - before));
            manifest.write(backup);
            assertThat(Manifest.read(backup)).contains(manifest);
        }
        Manifest over = naming("x".repeat(Manifest.MAX_LINE + 1 - before));
        assertThatThrownBy(() -> over.write(backup)).isInstanceOf(BackupException.class);
        Files.writeString(backup.resolve(Manifest.NAME), "x".repeat(Manifest.MAX_LINE + 1) + "\n");
        assertThatThrownBy(() -> Manifest.read(backup))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("longer than " + Manifest.MAX_LINE);
    }

    private static Manifest naming(String... paths) {
        return new Manifest(
                Instant.parse("2026-11-25T00:00:00Z"),
                "sv001.example.net",
                "incarnation",
                Arrays.stream(paths).map(path -> new Manifest.Entry(path, 0, 0)).toList(),
                List.of("/etc/fumibako/key.pem"));
    }
}
