// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fumibako.db.Database;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.db.TestDatabases;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.store.pack.PackDisk;
import org.fumibako.store.pack.PackName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine stops: the packs have everything that was acknowledged, the index is what it was some groups before. */
class RedoTest {
    @TempDir
    private Path directory;

    private TestVolume volume;

    @BeforeEach
    void open() {
        volume = new TestVolume(
                TestDatabases.sqlite(directory, Volume.MIGRATIONS),
                directory.resolve("packs"),
                PackDisk.FILES,
                64L << 20);
    }

    @AfterEach
    void close() {
        volume.close();
    }

    /** What can be seen of a volume, journal included. */
    private record Sight(StoreImage mail, List<String> journal) {
        static Sight of(Volume store, Journal journal, RandomLife life) throws IOException, MailboxException {
            journal.flush();
            return new Sight(
                    StoreImage.of(store, life.accounts),
                    journal.read(JournalQuery.latest(JournalQuery.MAX_LIMIT)).stream()
                            .map(RedoTest::text)
                            .toList());
        }
    }

    private static String text(JournalRow row) {
        return row.at() + " " + row.account() + " " + row.origin() + " " + row.event();
    }

    /** A volume's life with a look at it after each of its last groups. */
    private final class Story {
        final RandomLife life;
        final Path index;
        final List<Long> ends = new ArrayList<>();
        final List<Sight> sights = new ArrayList<>();
        final PackName pack;

        Story(long seed, int groups) throws Exception {
            life = new RandomLife(volume, new Random(seed));
            life.live(60);
            index = Files.createDirectories(directory.resolve("after-" + seed)).resolve("index.db");
            volume.store().copyIndex(index).close();
            pack = volume.database().read(PackRows::all).stream()
                    .filter(known -> !known.solo())
                    .map(PackRows.Entry::name)
                    .max(PackName::compareTo)
                    .orElseThrow();
            look();
            for (int i = 0; i < groups; i++) {
                life.receive();
                look();
            }
        }

        private void look() throws Exception {
            ends.add(Files.size(volume.packs.resolve(pack.file())));
            sights.add(Sight.of(volume.store(), volume.journal(), life));
        }

        Path packs() {
            return index.resolveSibling("packs");
        }

        /** The packs as they are on disk, of the last one only the first {@code length} octets. */
        void stop(long length) throws IOException {
            Files.createDirectories(packs());
            try (Stream<Path> files = Files.list(volume.packs)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, packs().resolve(file.getFileName()));
                }
            }
            try (var last =
                    Files.newByteChannel(packs().resolve(pack.file()), java.nio.file.StandardOpenOption.WRITE)) {
                last.truncate(length);
            }
        }

        Sight start() throws Exception {
            try (Database database = SqliteDatabase.open(index, Volume.MIGRATIONS)) {
                // Ids of packs are given out durably, before anything is put in.
                database.write(tx -> {
                    Counter.PACK.raise(tx, 1000);
                    return true;
                });
                try (Journal journal = new Journal(database, volume.clock);
                        Volume again =
                                Volume.open(new Volume.Parts(database, packs(), journal, volume.clock, Mail::read))) {
                    assertThat(again.fsck(words -> {}).problems()).isEmpty();
                    return Sight.of(again, journal, life);
                }
            }
        }
    }

    @Test
    void whatTheIndexLostIsThereAgainWithTheSameNumbersAndEvidence() throws Exception {
        for (long seed = 1; seed <= 4; seed++) {
            Story story = new Story(seed, 12);
            story.stop(story.ends.getLast());
            assertThat(story.start()).as("seed %d", seed).isEqualTo(story.sights.getLast());
            assertThat(story.start()).as("seed %d, again", seed).isEqualTo(story.sights.getLast());
        }
    }

    @Test
    void aGroupOfWhichAnythingIsMissingNeverWas() throws Exception {
        for (long seed = 11; seed <= 16; seed++) {
            Story story = new Story(seed, 6);
            int whole = new Random(seed).nextInt(story.ends.size() - 1);
            long cut = new Random(seed).nextLong(story.ends.get(whole), story.ends.get(whole + 1));
            story.stop(cut);
            assertThat(story.start()).as("seed %d", seed).isEqualTo(story.sights.get(whole));
            assertThat(Files.size(story.packs().resolve(story.pack.file()))).isEqualTo(story.ends.get(whole));
            assertThat(story.packs().resolve("damaged")).doesNotExist();
        }
    }

    @Test
    void whatIsDamagedBeforeAWholeGroupIsKeptAside() throws Exception {
        Story story = new Story(21, 5);
        story.stop(story.ends.getLast());
        Path pack = story.packs().resolve(story.pack.file());
        byte[] octets = Files.readAllBytes(pack);
        int damaged = Math.toIntExact(story.ends.get(2)) + 40;
        octets[damaged] ^= 0x55;
        Files.write(pack, octets);
        assertThat(story.start()).isEqualTo(story.sights.get(2));
        try (Stream<Path> kept = Files.list(story.packs().resolve("damaged"))) {
            assertThat(kept)
                    .singleElement()
                    .satisfies(file -> assertThat(Files.size(file)).isEqualTo(octets.length - story.ends.get(2)));
        }
    }

    @Test
    void recordsThatDoNotFollowFromTheIndexAreNotDoneAgain() throws Exception {
        Story story = new Story(31, 3);
        story.stop(story.ends.getLast());
        try (Database database = SqliteDatabase.open(story.index, Volume.MIGRATIONS)) {
            database.write(tx -> {
                try (var statement = tx.prepareStatement("UPDATE mailbox SET uid_next = uid_next + 1")) {
                    return statement.executeUpdate();
                }
            });
        }
        Sight started = story.start();
        assertThat(started.journal()).isEqualTo(story.sights.getFirst().journal());
        assertThat(story.packs().resolve("damaged")).isNotEmptyDirectory();
    }
}
