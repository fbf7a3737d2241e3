// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.store.TestVolume.TARO;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.fumibako.db.DatabaseException;
import org.fumibako.db.TestDatabases;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Housekeeping that fails at every one of its steps, and the volume after it. */
class HousekeepingFaultTest {
    private static final int STEPS = 60;

    @TempDir
    private Path directory;

    private final FaultyDisk disk = new FaultyDisk();
    private final FaultyDatabase.Plan plan = new FaultyDatabase.Plan();

    @Test
    void aDiskThatFailsAtAnyStepCostsNothing() throws Exception {
        for (int step = 1; step <= STEPS; step++) {
            Path place = directory.resolve("disk-" + step);
            try (TestVolume volume = mostlyDead(place)) {
                Map<Long, String> living = contents(volume);
                disk.failAt(step);
                run(volume);
                boolean reached = disk.failed().isPresent();
                disk.heal();
                recovers(volume, living, "step " + step);
                if (!reached) {
                    assertThat(step).as("steps of a compaction").isGreaterThan(3);
                    return;
                }
            }
        }
        throw new AssertionError("more than " + STEPS + " steps");
    }

    @Test
    void aDatabaseThatFailsBeforeOrAfterAnyCommitCostsNothing() throws Exception {
        for (boolean committed : new boolean[] {false, true}) {
            int step = 1;
            boolean reached = true;
            for (; reached; step++) {
                assertThat(step).isLessThan(STEPS);
                Path place = directory.resolve("database-" + committed + step);
                try (TestVolume volume = mostlyDead(place)) {
                    Map<Long, String> living = contents(volume);
                    plan.failAt(step, FaultyDatabase.Plan.IO_ERROR, committed);
                    run(volume);
                    reached = plan.happened();
                    plan.heal();
                    recovers(volume, living, "write " + step + ", committed " + committed);
                }
            }
            assertThat(step).as("writes of a round").isGreaterThan(4);
        }
    }

    private TestVolume mostlyDead(Path place) throws Exception {
        java.nio.file.Files.createDirectories(place);
        TestVolume volume = new TestVolume(
                FaultyDatabase.of(TestDatabases.sqlite(place, Volume.MIGRATIONS), plan),
                place.resolve("packs"),
                disk,
                64 << 10);
        volume.store().createAccount(TARO);
        for (int i = 0; i < 20; i++) {
            volume.file(TARO, SpecialUse.INBOX, HousekeepingContract.random(i));
        }
        volume.store()
                .expunge(
                        TARO,
                        volume.mailbox(TARO, SpecialUse.INBOX).id(),
                        UidSet.ofRanges(java.util.List.of(new UidSet.Range(2, 9), new UidSet.Range(11, 16))),
                        false,
                        Mail.ORIGIN);
        volume.clock.advance(Duration.ofDays(2));
        return volume;
    }

    private static void run(TestVolume volume) throws IOException {
        try (Housekeeping housekeeping = new Housekeeping(volume.store(), volume.clock)) {
            housekeeping.run();
        } catch (DatabaseException told) {
            assertThat(told).hasMessageContaining("told to fail");
        }
    }

    /** Everything is readable, before and after opening again; the next round does what is left. */
    private static void recovers(TestVolume volume, Map<Long, String> living, String when) throws Exception {
        assertThat(contents(volume)).as(when).isEqualTo(living);
        volume.reopen();
        assertThat(contents(volume)).as(when).isEqualTo(living);
        run(volume);
        assertThat(contents(volume)).as(when).isEqualTo(living);
        assertThat(new Compaction(volume.database(), volume.store().packs()).due())
                .as(when)
                .isEmpty();
        run(volume);
        assertThat(volume.store().packs().list())
                .as(when)
                .hasSameSizeAs(volume.database().read(PackRows::all));
    }

    /** By UID. */
    private static Map<Long, String> contents(TestVolume volume) throws Exception {
        Map<Long, String> contents = new TreeMap<>();
        MailboxSnapshot snapshot = volume.snapshot(TARO, SpecialUse.INBOX);
        for (int i = 0; i < snapshot.size(); i++) {
            try (var content = volume.store().content(TARO, snapshot.contentId(i))) {
                contents.put(snapshot.uid(i), new String(content.bytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return contents;
    }
}
