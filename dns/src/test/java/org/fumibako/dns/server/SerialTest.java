// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SerialTest {
    @Test
    void serialsGoRound() {
        assertThat(Serial.isAfter(1, 0)).isTrue();
        assertThat(Serial.isAfter(0, 1)).isFalse();
        assertThat(Serial.isAfter(5, 5)).isFalse();
        assertThat(Serial.isAfter(0, 0xFFFF_FFFFL)).isTrue();
        assertThat(Serial.isAfter(0x7FFF_FFFFL, 0)).isTrue();
        assertThat(Serial.isAfter(0x8000_0000L, 0)).isFalse();
    }

    @Test
    void theNextOneIsTheTimeUnlessThatWouldGoBack() {
        Instant now = Instant.parse("2026-11-25T00:00:00Z");
        assertThat(Serial.next(2026112401L, now)).isEqualTo(2026112402L);
        assertThat(Serial.next(1, now)).isEqualTo(now.getEpochSecond());
        assertThat(Serial.next(now.getEpochSecond(), now)).isEqualTo(now.getEpochSecond() + 1);
    }

    @Test
    void theNextOneIsAlwaysNewer() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            long last = random.nextLong(1L << 32);
            Instant now = Instant.ofEpochSecond(random.nextLong(1L << 34));
            assertThat(Serial.isAfter(Serial.next(last, now), last))
                    .as("seed %d, last %d, now %s", seed, last, now)
                    .isTrue();
        }
    }
}
