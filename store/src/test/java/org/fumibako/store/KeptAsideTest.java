// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.store.TestVolume.ROOMY;
import static org.fumibako.store.TestVolume.TARO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fumibako.db.TestDatabases;
import org.fumibako.model.Content;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.Location;
import org.fumibako.store.pack.PackName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rebuild could not read outlives everything that the store does afterwards. */
class KeptAsideTest {
    private static final int LARGE = (3 << 20) + 1;

    @TempDir
    private Path directory;

    private TestVolume volume;

    @BeforeEach
    void open() {
        volume = new TestVolume(TestDatabases.sqlite(directory, Volume.MIGRATIONS), directory.resolve("packs"));
        volume.store().createAccount(TARO);
    }

    @AfterEach
    void close() {
        volume.close();
    }

    @Test
    void theOctetsOfADamagedMessageOutliveCompaction() throws Exception {
        Location damaged = locate(volume.file(TARO, SpecialUse.INBOX, HousekeepingContract.random(1)));
        for (int i = 2; i < 14; i++) {
            volume.file(TARO, SpecialUse.INBOX, HousekeepingContract.random(i));
        }
        String file = damaged.pack().file();
        volume.shutAnd(() -> volume.flip(damaged.pack(), damaged.offset() + damaged.length() - 1));
        byte[] octets = Files.readAllBytes(volume.packs.resolve(file));
        assertThat(rebuild().remarks())
                .containsExactly("damaged/" + file + " keeps " + file + " as it is now; nothing removes it");
        volume.store().expunge(TARO, volume.mailbox(TARO, SpecialUse.INBOX).id(), UidSet.ALL, false, Mail.ORIGIN);
        assertThat(keepHouse().octets()).isPositive();
        assertThat(volume.packs.resolve(file)).doesNotExist();
        assertThat(kept(file)).hasBinaryContent(octets);
    }

    @Test
    void aDamagedLargeMessageOutlivesHousekeeping() throws Exception {
        PackName pack = locate(large()).pack();
        volume.shutAnd(() -> volume.flip(pack, 60));
        assertThat(rebuild().problems()).hasSize(1);
        assertThat(keepHouse().files()).isOne();
        assertThat(volume.packs.resolve(pack.file())).doesNotExist();
        assertThat(kept(pack.file())).exists();
    }

    @Test
    void aLargeMessageThatNoReadableRecordNamesOutlivesHousekeeping() throws Exception {
        Append.Outcome.Filed large = large();
        String file = locate(large).pack().file();
        Location after = locate(volume.file(TARO, SpecialUse.INBOX, "small"));
        long record = large.contentId() - AppendChange.contentId(after.pack().id(), 0);
        volume.shutAnd(() -> volume.flip(after.pack(), record + 33));
        assertThat(rebuild().problems())
                .singleElement()
                .asString()
                .startsWith(after.pack().file() + ": damaged record at");
        assertThat(keepHouse().files()).isOne();
        assertThat(volume.packs.resolve(file)).doesNotExist();
        assertThat(kept(file)).exists();
    }

    @Test
    void anUnreadablePackIsKept() throws Exception {
        Location first = locate(volume.file(TARO, SpecialUse.INBOX, "one"));
        for (int i = 0; i < 14; i++) {
            volume.file(TARO, SpecialUse.SENT, HousekeepingContract.random(i));
        }
        String file = first.pack().file();
        volume.shutAnd(() -> Files.write(volume.packs.resolve(file), new byte[] {1, 2, 3}));
        assertThat(rebuild().problems()).contains(file + " holds no record that can be read");
        keepHouse();
        assertThat(kept(file)).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void theGenerationThatIsNotReadIsKeptWhenTheOtherIsDamaged() throws Exception {
        Location first = locate(volume.file(TARO, SpecialUse.INBOX, HousekeepingContract.random(0)));
        for (int i = 1; i < 14; i++) {
            volume.file(TARO, SpecialUse.INBOX, HousekeepingContract.random(i));
        }
        PackName before = first.pack();
        PackName next = new PackName(before.id(), 1);
        long length = volume.database().read(PackRows::all).getFirst().length();
        volume.store().packs().rewrite(before, length, id -> true);
        volume.shutAnd(() -> volume.flip(next, first.offset() + first.length() - 1));
        assertThat(rebuild().problems()).hasSize(1);
        keepHouse();
        assertThat(volume.packs.resolve(before.file())).doesNotExist();
        assertThat(kept(before.file())).exists();
        assertThat(kept(next.file())).exists();
    }

    @Test
    void theEndThatIsCutOffIsKept() throws Exception {
        Location last = locate(volume.file(TARO, SpecialUse.INBOX, "one"));
        volume.shutAnd(() -> volume.truncate(last.pack(), last.offset() + 33));
        rebuild();
        assertThat(volume.packs.resolve(last.pack().file())).hasSize(last.offset());
        assertThat(kept(last.pack().file() + "-from-" + last.offset())).hasSize(33);
        rebuild();
        assertThat(volume.packs.resolve("damaged")).isDirectoryContaining(file -> true);
        assertThat(kept(last.pack().file() + "-from-" + last.offset())).hasSize(33);
    }

    @Test
    void aRebuildThatLostNothingKeepsNothing() throws Exception {
        volume.file(TARO, SpecialUse.INBOX, "one");
        large();
        assertThat(rebuild().problems()).isEmpty();
        assertThat(volume.packs.resolve("damaged")).doesNotExist();
    }

    private Append.Outcome.Filed large() {
        Append.Filing filing = volume.filing(TARO, SpecialUse.INBOX, ROOMY);
        return (Append.Outcome.Filed) volume.file(filing, Content.of(new byte[LARGE]));
    }

    private Rebuild.Report rebuild() {
        return volume.rebuildInto(TestDatabases.sqlite(directory, Volume.MIGRATIONS));
    }

    private Housekeeping.Round keepHouse() throws IOException {
        volume.clock.advance(Duration.ofDays(3));
        try (Housekeeping housekeeping = new Housekeeping(volume.store(), volume.clock)) {
            return housekeeping.run();
        }
    }

    private Path kept(String file) {
        return volume.packs.resolve("damaged").resolve(file);
    }

    private Location locate(Append.Outcome.Filed filed) {
        return volume.database()
                .read(connection -> FsckRows.location(connection, filed.contentId()))
                .orElseThrow();
    }
}
