// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

import java.time.Duration;
import java.time.Instant;

/** Who was told to try again, and which networks have (RFC 6647 §2.4). Safe for any number of threads. */
@FunctionalInterface
public interface Greylist {
    /** What spam programs do not wait for; servers with a queue try again after five minutes or more. */
    Duration SHORTEST_WAIT = Duration.ofMinutes(1);

    /** Whoever comes later than this begins anew; servers that give up a message sooner would have lost it anyway. */
    Duration LONGEST_WAIT = Duration.ofDays(1);

    /** How long a network stays known without a message; mail that comes once a month must not wait each time. */
    Duration KNOWN_FOR = Duration.ofDays(36);

    /** What is to be said. */
    enum Answer {
        /** Its network has tried again before, or does so now. */
        PASS,
        /** It has not been here, or comes back too soon. */
        WAIT
    }

    /**
     * Asks, and remembers that it was asked.
     *
     * @param network of the client
     * @param letter stands for network, sender and recipient together
     */
    Answer meet(String network, String letter, Instant now);
}
