// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong nanos = new AtomicLong(42);
    private final AtomicLong arrived = new AtomicLong();
    private final Pace pace = new Pace(nanos::get, arrived::get);

    /** Whether it is due within a time in which so many messages come each second, asked every second. */
    private boolean dueWithin(Duration time, long perSecond) {
        for (long second = 0; second < time.toSeconds(); second++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            arrived.addAndGet(perSecond);
            if (pace.due()) {
                return true;
            }
        }
        return false;
    }

    private void caughtUp() {
        pace.caughtUp(arrived.get());
    }

    @Test
    void aServerThatHasJustStartedDoesOtherThingsFirst() {
        assertThat(dueWithin(Pace.FIRST.minusSeconds(1), 0)).isFalse();
        assertThat(dueWithin(Duration.ofSeconds(1), 0)).isTrue();
    }

    @Test
    void aFewMessagesWaitForOthers() {
        caughtUp();
        assertThat(dueWithin(Pace.CALM.minusSeconds(1), 1)).isFalse();
        assertThat(dueWithin(Duration.ofSeconds(3), 1)).isTrue();
    }

    @Test
    void manyMessagesAreWrittenAtOnce() {
        caughtUp();
        assertThat(dueWithin(Duration.ofSeconds(6), Pace.BUSY - 1)).isTrue();
    }

    @Test
    void deliveriesThatComeFastGoFirstButNotForEver() {
        caughtUp();
        assertThat(dueWithin(Pace.PATIENCE.minusSeconds(2), Pace.BUSY * 10)).isFalse();
        assertThat(dueWithin(Duration.ofSeconds(4), Pace.BUSY * 10)).isTrue();
        assertThat(pace.pause(1_000)).isEqualTo(9_000);
    }

    @Test
    void withNothingToDoItIsLookedForOthersNowAndThen() {
        caughtUp();
        assertThat(dueWithin(Pace.OTHERS.minusSeconds(1), 0)).isFalse();
        assertThat(dueWithin(Duration.ofSeconds(2), 0)).isTrue();
        assertThat(pace.pause(1_000)).isEqualTo(1_000);
    }

    @Test
    void afterAFailureItWaits() {
        caughtUp();
        pace.troubled();
        assertThat(dueWithin(Pace.TROUBLE.minusSeconds(1), 200)).isFalse();
        assertThat(dueWithin(Pace.PATIENCE, 50)).isTrue();
    }
}
