// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much load: each measure ends at its time or its count, whichever comes first.
 *
 * @param period how long a throughput measure offers load
 * @param deliveries the most messages offered in one delivery measure
 * @param fanOutMessages messages of the fan-out measure
 * @param listed messages in the mailbox that is listed
 * @param idle connections of the IDLE measure
 * @param retrieved messages of the POP3 measure
 * @param submissions the most messages submitted in one round
 * @param backlog messages that wait for a server that puts them off
 * @param latencies messages of the measure of latency
 * @param scale sizes that the mailbox of the scale measure grows to, ascending
 */
record Load(
        Duration period,
        int deliveries,
        int fanOutMessages,
        int listed,
        int idle,
        int retrieved,
        int submissions,
        int backlog,
        int latencies,
        List<Integer> scale) {

    /** The load behind the figures of {@code docs/performance.md}. */
    static Load full() {
        return new Load(
                Duration.ofSeconds(4),
                20_000,
                50,
                20_000,
                2_000,
                1_000,
                20_000,
                100_000,
                500,
                List.of(10_000, 100_000, 1_000_000));
    }

    /** A tenth of it: for trying the benchmark out, not for figures. */
    static Load quick() {
        return new Load(Duration.ofSeconds(1), 2_000, 10, 2_000, 200, 100, 1_000, 2_000, 50, List.of(1_000, 5_000));
    }
}
