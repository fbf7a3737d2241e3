// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fumibako.store.TestVolume.TARO;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fumibako.db.TestDatabases;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small story told again and again, with another step of it failing each time. What was acknowledged must be there. */
class VolumeFaultTest {
    private static final int STEPS = 100;
    private static final String REFUSED = "no changes until the volume is opened again";

    @TempDir
    private Path directory;

    private final FaultyDisk disk = new FaultyDisk();
    private final FaultyDatabase.Plan plan = new FaultyDatabase.Plan();

    @Test
    void aDiskThatIsFullOrFailsAtAnyStepLosesNothingThatWasAcknowledged() throws Exception {
        for (int step = 1; step <= STEPS; step++) {
            try (TestVolume volume = open(directory.resolve("disk-" + step))) {
                Story story = new Story(volume);
                disk.failAt(step);
                story.tell();
                Optional<FaultyDisk.Operation> failed = disk.failed();
                disk.heal();
                story.isTrue("step " + step + " " + failed);
                if (failed.isEmpty()) {
                    assertThat(story.refusals).isZero();
                    return;
                }
                assertThat(story.refusals).as("step " + step + " " + failed).isPositive();
                if (failed.get() != FaultyDisk.Operation.FORCE) {
                    assertThat(story.refusals).as("step " + step + " " + failed).isOne();
                }
            }
        }
        throw new AssertionError("more than " + STEPS + " steps");
    }

    @Test
    void aDatabaseThatFailsBeforeOrAfterAnyCommitLosesNothingThatWasAcknowledged() throws Exception {
        for (int code : new int[] {FaultyDatabase.Plan.FULL, FaultyDatabase.Plan.IO_ERROR}) {
            for (boolean committed : new boolean[] {false, true}) {
                boolean reached = true;
                for (int step = 1; reached; step++) {
                    assertThat(step).isLessThan(STEPS);
                    String when = "write " + step + ", code " + code + ", committed " + committed;
                    try (TestVolume volume = open(directory.resolve("database-" + code + committed + step))) {
                        Story story = new Story(volume);
                        plan.failAt(step, code, committed);
                        story.tell();
                        reached = plan.happened();
                        plan.heal();
                        story.isTrue(when);
                        assertThat(story.refusals > 0).as(when).isEqualTo(reached);
                    }
                }
            }
        }
    }

    @Test
    void aForceThatFailedIsNotTriedAgainAsIfNothingWere() throws Exception {
        try (TestVolume volume = open(directory)) {
            volume.file(TARO, SpecialUse.INBOX, "before");
            disk.failAt(2);
            assertThatThrownBy(() -> volume.file(TARO, SpecialUse.INBOX, "not kept"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(REFUSED);
            assertThat(disk.failed()).contains(FaultyDisk.Operation.FORCE);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> volume.file(TARO, SpecialUse.INBOX, "refused"))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining(REFUSED);
            }
            assertThat(volume.snapshot(TARO, SpecialUse.INBOX).size()).isOne();
            volume.reopen();
            assertThat(volume.file(TARO, SpecialUse.INBOX, "after").uid()).isEqualTo(2);
        }
    }

    @Test
    void anIndexThatIsFullRefusesAndGoesOnWhenThereIsRoom() throws Exception {
        try (TestVolume volume = open(directory)) {
            volume.file(TARO, SpecialUse.INBOX, "before");
            pragma(volume, "max_page_count = 1");
            int filed = 1;
            try {
                while (filed < 1000) {
                    volume.file(TARO, SpecialUse.INBOX, "message " + filed);
                    filed++;
                }
            } catch (StoreException full) {
                assertThat(full).hasMessageContaining("full");
            }
            assertThat(filed).isLessThan(1000);
            assertThat(volume.snapshot(TARO, SpecialUse.INBOX).size()).isEqualTo(filed);
            pragma(volume, "max_page_count = 1000000");
            assertThat(volume.file(TARO, SpecialUse.INBOX, "after").uid()).isEqualTo(filed + 1);
            volume.reopen();
            assertThat(volume.snapshot(TARO, SpecialUse.INBOX).size()).isEqualTo(filed + 1);
        }
    }

    private static void pragma(TestVolume volume, String text) {
        volume.database().write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("PRAGMA " + text);
                    ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    private TestVolume open(Path place) throws Exception {
        Files.createDirectories(place);
        TestVolume volume = new TestVolume(
                FaultyDatabase.of(TestDatabases.sqlite(place, Volume.MIGRATIONS), plan),
                place.resolve("packs"),
                disk,
                2 << 10);
        volume.store().createAccount(TARO);
        return volume;
    }

    /** Small and large messages, flags and removal, over several packs; remembers what was acknowledged. */
    private static final class Story {
        private final TestVolume volume;
        private final Map<Long, String> acknowledged = new TreeMap<>();
        private Optional<Long> flagged = Optional.empty();
        private int refusals;

        Story(TestVolume volume) {
            this.volume = volume;
        }

        void tell() throws Exception {
            for (int i = 0; i < 8; i++) {
                String text = i == 5 ? "large ".repeat(400_000) : "message " + i;
                attempt(() -> {
                    Append.Outcome.Filed filed = volume.file(TARO, SpecialUse.INBOX, text);
                    assertThat(acknowledged.put(filed.uid(), text)).isNull();
                });
            }
            if (acknowledged.isEmpty()) {
                return;
            }
            long first = acknowledged.keySet().iterator().next();
            var inbox = volume.mailbox(TARO, SpecialUse.INBOX).id();
            attempt(() -> {
                volume.store()
                        .changeFlags(
                                TARO,
                                inbox,
                                UidSet.of(first),
                                MessageStore.FlagChange.ADD,
                                Flags.of("\\Flagged"),
                                Optional.empty(),
                                Mail.ORIGIN);
                flagged = Optional.of(first);
            });
            long last = acknowledged.keySet().stream().reduce((a, b) -> b).orElseThrow();
            // Should it fail, either outcome is right.
            acknowledged.remove(last);
            attempt(() -> volume.store().expunge(TARO, inbox, UidSet.of(last), false, Mail.ORIGIN));
        }

        private interface Step {
            void run() throws MailboxException;
        }

        private void attempt(Step step) throws MailboxException {
            try {
                step.run();
            } catch (StoreException refused) {
                refusals++;
            }
        }

        /** Of a change that failed it may be unknown whether it was made; of one that was acknowledged it may not. */
        void isTrue(String when) throws Exception {
            hasAcknowledged(when);
            volume.reopen();
            hasAcknowledged(when + ", opened again");
            MailboxSnapshot before = volume.snapshot(TARO, SpecialUse.INBOX);
            Append.Outcome.Filed next = volume.file(TARO, SpecialUse.INBOX, "goes on");
            assertThat(next.uid()).as(when).isGreaterThanOrEqualTo(before.uidNext());
            Mailbox recounted = volume.mailbox(TARO, SpecialUse.INBOX);
            assertThat(recounted.messages()).as(when).isEqualTo(before.size() + 1);
        }

        private void hasAcknowledged(String when) throws Exception {
            MailboxSnapshot snapshot = volume.snapshot(TARO, SpecialUse.INBOX);
            Map<Long, String> found = new TreeMap<>();
            for (int i = 0; i < snapshot.size(); i++) {
                try (var content = volume.store().content(TARO, snapshot.contentId(i))) {
                    found.put(snapshot.uid(i), new String(content.bytes(), StandardCharsets.UTF_8));
                }
                if (flagged.equals(Optional.of(snapshot.uid(i)))) {
                    assertThat(snapshot.flags(i).has(Flags.FLAGGED)).as(when).isTrue();
                }
            }
            assertThat(found).as(when).containsAllEntriesOf(acknowledged);
            // One that was committed without being acknowledged, and one that was not removed.
            assertThat(found).as(when).hasSizeLessThanOrEqualTo(acknowledged.size() + 2);
        }
    }
}
