// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fumibako.store.TestVolume.HANAKO;
import static org.fumibako.store.TestVolume.ROOMY;
import static org.fumibako.store.TestVolume.TARO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fumibako.db.TestDatabase;
import org.fumibako.db.TestDatabases;
import org.fumibako.model.Content;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.Location;
import org.fumibako.store.pack.PackDisk;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.Packs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a volume when index and part of the packs are lost. */
class DamagedRebuildTest {
    @TempDir
    private Path directory;

    private TestVolume volume;

    @BeforeEach
    void open() {
        volume = new TestVolume(fresh(), directory.resolve("packs"));
        volume.store().createAccount(TARO);
        volume.store().createAccount(HANAKO);
    }

    @AfterEach
    void close() {
        volume.close();
    }

    @Test
    void aPackCutAnywhereKeepsEverythingBeforeTheCut() throws Exception {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            RandomLife life = new RandomLife(volume, random);
            life.live(25);
            PackName last = lastLog();
            List<Long> ends = new ArrayList<>();
            List<Long> whole = new ArrayList<>();
            List<StoreImage> images = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ends.add(Files.size(volume.packs.resolve(last.file())));
                images.add(StoreImage.of(volume.store(), life.accounts));
                Location message = locate(volume.file(life.accounts.get(i % 2), SpecialUse.INBOX, "message " + i));
                whole.add(message.offset() + message.length());
            }
            int before = random.nextInt(5);
            long cut = random.nextLong(ends.get(before), ends.get(before + 1));
            int kept = cut < whole.get(before) ? before : before + 1;
            boolean clean = cut == ends.get(before) || cut == whole.get(before);
            volume.shutAnd(() -> volume.truncate(last, cut));
            Rebuild.Report report = volume.rebuildInto(fresh());
            assertThat(report.problems()).as("seed %d", seed).isEmpty();
            assertThat(report.remarks())
                    .as("seed %d", seed)
                    .filteredOn(remark -> remark.contains("never acknowledged"))
                    .hasSize(clean ? 0 : 1);
            assertThat(StoreImage.of(volume.store(), life.accounts).withoutCounters())
                    .as("seed %d", seed)
                    .isEqualTo(images.get(kept).withoutCounters());
        }
    }

    @Test
    void aTornTailMakesCountersGoOnAfterAGap() throws Exception {
        volume.file(TARO, SpecialUse.INBOX, "one");
        Append.Outcome.Filed second = volume.file(TARO, SpecialUse.INBOX, "two");
        Location location = locate(second);
        Mailbox before = volume.mailbox(TARO, SpecialUse.INBOX);
        volume.shutAnd(() -> volume.truncate(location.pack(), location.offset() + 40));
        Rebuild.Report report = volume.rebuildInto(fresh());
        assertThat(report.remarks())
                .singleElement()
                .asString()
                .contains("the last 40 octets are of a change that was never acknowledged; damaged/")
                .endsWith(location.pack().file() + "-from-" + location.offset() + " keeps them");
        Mailbox after = volume.mailbox(TARO, SpecialUse.INBOX);
        assertThat(after.uidValidity()).isEqualTo(before.uidValidity());
        assertThat(after.uidNext()).isGreaterThan(before.uidNext());
        assertThat(after.highestModSeq()).isGreaterThan(before.highestModSeq());
        assertThat(volume.store()
                        .vanished(TARO, after.id(), before.highestModSeq())
                        .contains(2))
                .isTrue();
        assertThat(volume.file(TARO, SpecialUse.INBOX, "three").uid()).isGreaterThan(second.uid());
        assertThat(volume.store().fsck(words -> {}).problems()).isEmpty();
    }

    @Test
    void aDamagedRecordInTheMiddleCostsThatMessageOnly() throws Exception {
        volume.file(TARO, SpecialUse.INBOX, "one");
        Location damaged = locate(volume.file(TARO, SpecialUse.INBOX, "two"));
        volume.file(TARO, SpecialUse.INBOX, "three");
        volume.shutAnd(() -> volume.flip(damaged.pack(), damaged.offset() + 33));
        Rebuild.Report report = volume.rebuildInto(fresh());
        assertThat(report.problems())
                .containsExactly(damaged.pack().file() + ": damaged record at " + damaged.offset());
        assertThat(uidsOfInbox()).containsExactly(1L, 3L);
        assertThat(volume.mailbox(TARO, SpecialUse.INBOX).messages()).isEqualTo(2);
    }

    @Test
    void damagedOctetsOfAMessageAreToldWithItsPlaces() throws Exception {
        Location damaged = locate(volume.file(TARO, SpecialUse.INBOX, "one"));
        volume.file(TARO, SpecialUse.INBOX, "two");
        volume.shutAnd(() -> volume.flip(damaged.pack(), damaged.offset() + damaged.length() - 1));
        assertThat(volume.rebuildInto(fresh()).problems())
                .singleElement()
                .asString()
                .startsWith("account 7 lost UID 1 of INBOX: " + damaged)
                .contains("checksum");
        assertThat(uidsOfInbox()).containsExactly(2L);
        assertThat(volume.store().fsck(words -> {}).problems()).isEmpty();
    }

    @Test
    void damagedOctetsOfAMessageThatIsGoneCostNobodyAnything() throws Exception {
        Location damaged = locate(volume.file(TARO, SpecialUse.INBOX, "one"));
        volume.store().expunge(TARO, volume.mailbox(TARO, SpecialUse.INBOX).id(), UidSet.ALL, false, Mail.ORIGIN);
        Mailbox before = volume.mailbox(TARO, SpecialUse.INBOX);
        volume.shutAnd(() -> volume.flip(damaged.pack(), damaged.offset() + damaged.length() - 1));
        assertThat(volume.rebuildInto(fresh()).problems()).isEmpty();
        assertThat(volume.mailbox(TARO, SpecialUse.INBOX)).isEqualTo(before);
    }

    @Test
    void aMissingLargeMessageIsToldAndTheOthersAreKept() throws Exception {
        Append.Filing filing = volume.filing(TARO, SpecialUse.INBOX, ROOMY);
        Append.Outcome.Filed large = (Append.Outcome.Filed) volume.file(filing, Content.of(new byte[(1 << 20) + 1]));
        volume.file(TARO, SpecialUse.INBOX, "small");
        Path file = volume.packs.resolve(locate(large).pack().file());
        volume.shutAnd(() -> Files.delete(file));
        assertThat(volume.rebuildInto(fresh()).problems())
                .containsExactly("account 7 lost UID 1 of INBOX: no pack holds its octets");
        assertThat(uidsOfInbox()).containsExactly(2L);
    }

    @Test
    void messagesWhoseMailboxIsUnknownAreHousedInANewOne() throws Exception {
        Location first = locate(volume.file(TARO, SpecialUse.INBOX, "one"));
        volume.reopen();
        while (lastLog().equals(first.pack())) {
            volume.file(TARO, SpecialUse.SENT, "x".repeat(500) + new Random(1).nextLong());
        }
        volume.file(TARO, SpecialUse.INBOX, "two");
        volume.shutAnd(() -> Files.delete(volume.packs.resolve(first.pack().file())));
        Rebuild.Report report = volume.rebuildInto(fresh());
        assertThat(report.problems())
                .anySatisfy(problem -> assertThat(problem).contains("its messages are in Recovered-"))
                .anySatisfy(problem -> assertThat(problem).contains("it has a new, empty one"));
        assertThat(volume.store().mailboxes(TARO))
                .anySatisfy(mailbox -> assertThat(mailbox.name()).isEqualTo("INBOX"))
                .anySatisfy(mailbox -> {
                    assertThat(mailbox.name()).startsWith("Recovered-");
                    assertThat(mailbox.messages()).isPositive();
                });
        assertThat(volume.store().fsck(words -> {}).problems()).isEmpty();
        volume.file(TARO, SpecialUse.INBOX, "three");
    }

    @Test
    void aLogPackThatIsGoneIsToldAndItsUidsAreNotGivenOutAgain() throws Exception {
        fillAPackAndMore();
        PackName gone = lastLog();
        while (lastLog().equals(gone)) {
            volume.file(TARO, SpecialUse.INBOX, HousekeepingContract.random(1));
        }
        Mailbox before = volume.mailbox(TARO, SpecialUse.INBOX);
        volume.shutAnd(() -> Files.delete(volume.packs.resolve(gone.file())));
        assertThat(volume.rebuildInto(fresh()).remarks())
                .containsExactly(
                        "there is no " + gone.file()
                                + ": unless a message was refused while it was being written there, it was lost with what it held");
        assertThat(volume.mailbox(TARO, SpecialUse.INBOX).uidNext()).isGreaterThan(before.uidNext() + 1000);
        assertThat(volume.rebuildInto(fresh()).remarks()).hasSize(1);
    }

    @Test
    void aLargeMessageThatACrashCutShortIsARemark() throws Exception {
        PackName next = new PackName(lastLog().id() + 1, 0);
        Files.write(volume.packs.resolve(next.file()), new byte[5000]);
        Rebuild.Report report = volume.rebuildInto(fresh());
        assertThat(report.problems()).isEmpty();
        assertThat(report.remarks()).containsExactly(next.file() + " was not written to its end before a crash");
    }

    @Test
    void aDirectoryWithoutAReadableLogIsRefused() throws Exception {
        volume.shutAnd(() -> {
            try (Packs packs = new Packs(volume.packs, PackDisk.FILES)) {
                for (PackName name : packs.list()) {
                    volume.truncate(name, 10);
                }
            }
        });
        TestDatabase empty = fresh();
        try (var index = empty.open()) {
            assertThatThrownBy(() -> volume.rebuild(index))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no log pack");
        }
    }

    @Test
    void theGapThatAnEarlierRebuildLeftIsLeftAgain() throws Exception {
        Append.Outcome.Filed last = volume.file(TARO, SpecialUse.INBOX, "one");
        Location torn = locate(last);
        volume.shutAnd(() -> volume.truncate(torn.pack(), torn.offset() + 33));
        volume.rebuildInto(fresh());
        Mailbox first = volume.mailbox(TARO, SpecialUse.INBOX);
        assertThat(volume.rebuildInto(fresh()).problems()).isEmpty();
        Mailbox second = volume.mailbox(TARO, SpecialUse.INBOX);
        assertThat(second.uidNext()).isGreaterThanOrEqualTo(first.uidNext()).isGreaterThan(last.uid() + 1);
        assertThat(second.highestModSeq()).isGreaterThanOrEqualTo(first.highestModSeq());
        assertThat(volume.file(TARO, SpecialUse.INBOX, "two").contentId()).isGreaterThan(last.contentId());
    }

    @Test
    void nothingIsAppendedToAPackThatCompactionWroteAnew() throws Exception {
        fillAPackAndMore();
        expungeInbox();
        assertThat(keepHouse().octets()).isPositive();
        PackName last = lastLog();
        volume.shutAnd(() -> Files.write(volume.packs.resolve(last.file()), new byte[] {1, 2, 3}));
        volume.rebuildInto(fresh());
        fillAPackAndMore();
        assertThat(volume.store().fsck(words -> {}).problems()).isEmpty();
    }

    private void fillAPackAndMore() {
        for (int i = 0; i < 12; i++) {
            volume.file(TARO, SpecialUse.INBOX, HousekeepingContract.random(i));
        }
    }

    private void expungeInbox() throws MailboxException {
        volume.store().expunge(TARO, volume.mailbox(TARO, SpecialUse.INBOX).id(), UidSet.ALL, false, Mail.ORIGIN);
    }

    private Housekeeping.Round keepHouse() throws IOException {
        volume.clock.advance(Duration.ofDays(3));
        try (Housekeeping housekeeping = new Housekeeping(volume.store(), volume.clock)) {
            return housekeeping.run();
        }
    }

    private List<Long> uidsOfInbox() throws MailboxException {
        MailboxSnapshot snapshot = volume.snapshot(TARO, SpecialUse.INBOX);
        List<Long> uids = new ArrayList<>();
        for (int i = 0; i < snapshot.size(); i++) {
            uids.add(snapshot.uid(i));
        }
        return uids;
    }

    private PackName lastLog() {
        return volume.database().read(PackRows::all).stream()
                .filter(pack -> !pack.solo())
                .map(PackRows.Entry::name)
                .max(PackName::compareTo)
                .orElseThrow();
    }

    private Location locate(Append.Outcome.Filed filed) {
        return volume.database()
                .read(connection -> FsckRows.location(connection, filed.contentId()))
                .orElseThrow();
    }

    private TestDatabase fresh() {
        return TestDatabases.sqlite(directory, Volume.MIGRATIONS);
    }
}
