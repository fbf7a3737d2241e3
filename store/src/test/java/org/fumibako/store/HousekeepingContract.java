// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fumibako.store.TestVolume.ROOMY;
import static org.fumibako.store.TestVolume.TARO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.Packs;
import org.junit.jupiter.api.Test;

/** What becomes of the room that deleted messages took. */
interface HousekeepingContract {
    /** Octets of a message that zstd makes little smaller than half. */
    int SIZE = 16 << 10;

    TestVolume volume();

    @Test
    default void deletedOctetsStayReadableForADayAndThenGo() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "soon gone");
        expunge(UidSet.of(filed.uid()));
        volume().clock.advance(Duration.ofHours(24));
        assertThat(run().contents()).isZero();
        assertThat(text(filed)).isEqualTo("soon gone");
        volume().clock.advance(Duration.ofMillis(1));
        assertThat(run().contents()).isOne();
        assertThatThrownBy(() -> text(filed)).isInstanceOf(StoreException.class);
        assertThat(run()).isEqualTo(Housekeeping.Round.NONE);
    }

    @Test
    default void whatIsStillInAnotherMailboxStays() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "kept in Sent");
        volume().store()
                .copy(
                        TARO,
                        volume().mailbox(TARO, SpecialUse.INBOX).id(),
                        UidSet.of(filed.uid()),
                        volume().mailbox(TARO, SpecialUse.SENT).id(),
                        ROOMY,
                        Mail.ORIGIN);
        expunge(UidSet.of(filed.uid()));
        volume().clock.advance(Duration.ofDays(2));
        assertThat(run().contents()).isZero();
        assertThat(text(filed)).isEqualTo("kept in Sent");
    }

    @Test
    default void aPackThatIsMostlyDeadGetsShorterAndWhatLivesKeepsItsId() throws Exception {
        List<Append.Outcome.Filed> filed = fill(20);
        expungeAllBut(filed, 0, 9, 19);
        volume().clock.advance(Duration.ofDays(2));
        Housekeeping.Round round = run();
        assertThat(round.contents()).isEqualTo(17);
        assertThat(round.octets()).isGreaterThan(6L * SIZE);
        for (int kept : List.of(0, 9, 19)) {
            assertThat(text(filed.get(kept))).isEqualTo(random(kept));
        }
        volume().reopen();
        for (int kept : List.of(0, 9, 19)) {
            assertThat(text(filed.get(kept))).isEqualTo(random(kept));
        }
        assertThat(volume().snapshot(TARO, SpecialUse.INBOX).size()).isEqualTo(3);
        volume().file(TARO, SpecialUse.INBOX, "afterwards");
    }

    @Test
    default void whoReadsMeanwhileIsNotDisturbed() throws Exception {
        List<Append.Outcome.Filed> filed = fill(20);
        expungeAllBut(filed, 3, 4);
        volume().clock.advance(Duration.ofDays(2));
        AtomicBoolean enough = new AtomicBoolean();
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        CountDownLatch reading = new CountDownLatch(50);
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                while (!enough.get()) {
                    assertThat(text(filed.get(3))).isEqualTo(random(3));
                    assertThat(text(filed.get(4))).isEqualTo(random(4));
                    reading.countDown();
                }
            } catch (IOException | RuntimeException | AssertionError failed) {
                trouble.set(failed);
            }
        });
        assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(run().octets()).isPositive();
        assertThat(run()).isEqualTo(Housekeeping.Round.NONE);
        enough.set(true);
        reader.join();
        assertThat(trouble.get()).isNull();
    }

    @Test
    default void theFileOfALargeMessageGoesWithIt() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "x".repeat(2 << 20));
        expunge(UidSet.of(filed.uid()));
        Path solo = solo();
        age(solo, Duration.ofHours(1));
        volume().clock.advance(Duration.ofDays(2));
        assertThat(run().files()).isOne();
        assertThat(solo).doesNotExist();
        volume().reopen();
    }

    @Test
    default void filesThatSomebodyReadsByNameStayUntilHeIsDone() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "x".repeat(2 << 20));
        expunge(UidSet.of(filed.uid()));
        Path solo = solo();
        age(solo, Duration.ofHours(1));
        volume().clock.advance(Duration.ofDays(2));
        try (Packs.Hold hold = volume().store().packs().hold()) {
            assertThat(hold).isNotNull();
            assertThat(run().files()).isZero();
        }
        assertThat(solo).exists();
        assertThat(run().files()).isOne();
    }

    @Test
    default void onlyWhatCertainlyIsNobodysIsRemoved() throws Exception {
        Append.Outcome.Filed large = volume().file(TARO, SpecialUse.INBOX, "x".repeat(2 << 20));
        Path solo = solo();
        long id = PackName.ofFile(solo.getFileName().toString()).orElseThrow().id();
        volume().store().packs();
        long fresh = volume().database().write(Counter.PACK::next);
        long stale = volume().database().write(Counter.PACK::next);
        Path beingFiled = Files.copy(solo, volume().packs.resolve(new PackName(fresh, 0).file()));
        Path neverFiled = Files.copy(solo, volume().packs.resolve(new PackName(stale, 0).file()));
        long cut = volume().database().write(Counter.PACK::next);
        Path cutShort = Files.write(volume().packs.resolve(new PackName(cut, 0).file()), new byte[5000]);
        Path future = Files.copy(solo, volume().packs.resolve(new PackName(cut + 1000, 0).file()));
        Path unfinished = Files.copy(solo, volume().packs.resolve(new PackName(id, 1).file()));
        age(beingFiled, Duration.ofHours(23));
        age(neverFiled, Duration.ofHours(25));
        age(cutShort, Duration.ofHours(25));
        age(future, Duration.ofHours(25));
        assertThat(run().files()).isEqualTo(3);
        assertThat(cutShort).doesNotExist();
        assertThat(neverFiled).doesNotExist();
        assertThat(unfinished).doesNotExist();
        assertThat(beingFiled).exists();
        assertThat(future).exists();
        assertThat(text(large)).hasSize(2 << 20);
    }

    private Housekeeping.Round run() throws IOException {
        try (Housekeeping housekeeping = new Housekeeping(volume().store(), volume().clock)) {
            return housekeeping.run();
        }
    }

    /** Files messages whose pack is full afterwards. */
    private List<Append.Outcome.Filed> fill(int count) {
        List<Append.Outcome.Filed> filed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            filed.add(volume().file(TARO, SpecialUse.INBOX, random(i)));
        }
        return filed;
    }

    static String random(int seed) {
        byte[] octets = new byte[SIZE / 2];
        new SplittableRandom(seed).nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    private void expungeAllBut(List<Append.Outcome.Filed> filed, Integer... kept) throws Exception {
        List<Integer> stay = List.of(kept);
        for (int i = 0; i < filed.size(); i++) {
            if (!stay.contains(i)) {
                expunge(UidSet.of(filed.get(i).uid()));
            }
        }
    }

    private void expunge(UidSet uids) throws Exception {
        volume().store().expunge(TARO, volume().mailbox(TARO, SpecialUse.INBOX).id(), uids, false, Mail.ORIGIN);
    }

    private String text(Append.Outcome.Filed filed) throws IOException {
        try (var content = volume().store().content(TARO, filed.contentId())) {
            return new String(content.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** The file of the one large message. */
    private Path solo() throws IOException {
        Packs packs = volume().store().packs();
        for (PackName name : packs.list()) {
            if (packs.isSolo(name)) {
                return packs.path(name);
            }
        }
        throw new AssertionError("no large message");
    }

    /** Makes a file as old as that by the volume's clock. */
    private void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(volume().clock.instant().minus(age)));
    }
}
