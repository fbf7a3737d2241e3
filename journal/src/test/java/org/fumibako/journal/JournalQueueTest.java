// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JournalQueueTest {
    private static final JournalEvent.Entry ENTRY = new JournalEvent.Entry(
            Optional.empty(), Origin.system("test"), new JournalEvent.SettingChanged("something"));

    @Test
    void whatFindsNoRoomIsCountedAndDropped() {
        JournalQueue queue = new JournalQueue();
        for (int i = 1; i < JournalQueue.CAPACITY; i++) {
            queue.add(new JournalTable.Stamped(0, ENTRY));
        }
        assertThat(queue.add(new JournalTable.Stamped(0, ENTRY))).isTrue();
        assertThat(queue.dropped()).isZero();
        assertThat(queue.add(new JournalTable.Stamped(0, ENTRY))).isFalse();
        assertThat(queue.dropped()).isEqualTo(1);
    }

    @Test
    void batchIsBoundedAndWhatIsLeftComesNext() throws Exception {
        JournalQueue queue = new JournalQueue();
        for (int i = 0; i <= JournalQueue.BATCH; i++) {
            queue.add(new JournalTable.Stamped(0, ENTRY));
        }
        queue.close();
        assertThat(queue.take()).hasSize(JournalQueue.BATCH);
        assertThat(queue.take()).hasSize(1);
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void recordingNeverWaitsForADiskThatDoesNotAnswer() throws Exception {
        StalledDatabase database = new StalledDatabase();
        Journal journal = new Journal(database, Clock.systemUTC());
        journal.record(ENTRY);
        assertThat(database.called.await(30, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < JournalQueue.CAPACITY + 5; i++) {
            journal.record(ENTRY);
        }
        assertThat(journal.dropped()).isEqualTo(5);
        database.answer();
        journal.close();
    }
}
