// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    @Test
    void everyKindOfEventComesBackAsItWas() {
        long seed = new Random().nextLong();
        SampleEvents samples = new SampleEvents(new Random(seed));
        for (int round = 0; round < 500; round++) {
            for (JournalEvent event : samples.oneOfEach()) {
                JournalEvent back = EventCodec.decode(
                        EventKind.of(event), EventCodec.contentId(event).orElse(0), EventCodec.encode(event));
                assertThat(back).as("seed %d", seed).isEqualTo(event);
            }
        }
    }

    @Test
    void detailIsOneLine() {
        assertThat(EventCodec.encode(new JournalEvent.MailboxRenamed("a\tb", "c\nd")))
                .isEqualTo("a\\tb\tc\\nd");
    }

    @Test
    void everyKindHasItsColumn() {
        for (EventKind kind : EventKind.values()) {
            assertThat(EventKind.ofColumn(kind.column())).isEqualTo(kind);
        }
    }
}
