// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final long SECOND = 1_000_000_000L;
    private static final byte[] CLIENT = {(byte) 192, 0, 2, 1};

    private final RateLimiter limiter = new RateLimiter(10);

    @Test
    void oneNetworkGetsTheSameAnswerSoOften() {
        assertThat(allowed(CLIENT, 7, 100, 5)).isEqualTo(10);
        assertThat(allowed(CLIENT, 7, 100, 5 + SECOND / 2)).isEqualTo(5);
        assertThat(allowed(CLIENT, 7, 100, 5 + 60 * SECOND)).isEqualTo(10);
    }

    @Test
    void neighboursShareARateOthersDoNot() {
        assertThat(allowed(CLIENT, 7, 100, SECOND)).isEqualTo(10);
        assertThat(allowed(new byte[] {(byte) 192, 0, 2, 99}, 7, 100, SECOND)).isZero();
        assertThat(allowed(new byte[] {(byte) 192, 0, 3, 1}, 7, 100, SECOND)).isEqualTo(10);
        assertThat(allowed(CLIENT, 8, 100, SECOND)).isEqualTo(10);
    }

    @Test
    void ipv6NetworksCountByTheir56Bits() {
        byte[] one = new byte[16];
        byte[] neighbour = new byte[16];
        neighbour[7] = 1;
        byte[] other = new byte[16];
        other[6] = 1;
        assertThat(allowed(one, 7, 100, SECOND)).isEqualTo(10);
        assertThat(allowed(neighbour, 7, 100, SECOND)).isZero();
        assertThat(allowed(other, 7, 100, SECOND)).isEqualTo(10);
    }

    @Test
    void withoutARateNothingIsLimited() {
        RateLimiter none = new RateLimiter(0);
        for (int i = 0; i < 1000; i++) {
            assertThat(none.allows(CLIENT, 7, SECOND)).isTrue();
        }
    }

    @Test
    void theClockMayBeNegativeAndGoRound() {
        assertThat(allowed(CLIENT, 7, 100, Long.MAX_VALUE - 5)).isEqualTo(10);
        assertThat(allowed(CLIENT, 7, 100, Long.MIN_VALUE + 2 * SECOND)).isEqualTo(10);
    }

    private int allowed(byte[] client, int answer, int times, long now) {
        int count = 0;
        for (int i = 0; i < times; i++) {
            count += limiter.allows(client, answer, now) ? 1 : 0;
        }
        return count;
    }
}
