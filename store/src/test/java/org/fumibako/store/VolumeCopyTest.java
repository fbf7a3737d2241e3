// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.fumibako.db.Database;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.db.TestDatabases;
import org.fumibako.journal.Journal;
import org.fumibako.model.SpecialUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup is made of, opened as a restore opens it. */
class VolumeCopyTest {
    @TempDir
    private Path directory;

    @Test
    void aCopyShowsMailAndQueueAsTheyWereWhenItWasBegun() throws Exception {
        try (TestVolume volume =
                new TestVolume(TestDatabases.sqlite(directory, Volume.MIGRATIONS), directory.resolve("packs"))) {
            for (long seed = 1; seed <= 3; seed++) {
                RandomLife life = new RandomLife(volume, new Random(seed));
                life.live(120);
                StoreImage before = StoreImage.of(volume.store(), life.accounts);
                assertThat(before.queue()).as("seed %d", seed).isNotEmpty();
                Path target = Files.createDirectories(directory.resolve("copy-" + seed));
                copy(volume, life, target);
                try (Database index = SqliteDatabase.open(target.resolve("index.db"), Volume.MIGRATIONS);
                        Journal journal = new Journal(index, volume.clock);
                        Volume copy = Volume.open(new Volume.Parts(index, target, journal, volume.clock))) {
                    assertThat(StoreImage.of(copy, life.accounts))
                            .as("seed %d", seed)
                            .isEqualTo(before);
                    assertThat(copy.fsck(words -> {}).problems())
                            .as("seed %d", seed)
                            .isEmpty();
                }
            }
        }
    }

    /** Copies the packs while the volume goes on. */
    private static void copy(TestVolume volume, RandomLife life, Path target) throws Exception {
        try (VolumeCopy copy = volume.store().copyIndex(target.resolve("index.db"))) {
            for (int i = 0; i < 20; i++) {
                volume.file(life.accounts.getFirst(), SpecialUse.INBOX, "afterwards");
            }
            for (VolumeCopy.Pack pack : copy.packs()) {
                copy(pack, target);
            }
        }
    }

    private static void copy(VolumeCopy.Pack pack, Path target) throws IOException {
        byte[] octets = Files.readAllBytes(pack.file());
        Files.write(target.resolve(pack.file().getFileName()), Arrays.copyOf(octets, Math.toIntExact(pack.length())));
    }
}
