// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.time.Duration;

/** The bounds of the resolver. */
final class ResolverLimits {
    /** Aliases followed: sane zones use one or two, content networks up to five or six. */
    static final int MAX_ALIASES = 10;

    /** How often an upstream list is gone through. */
    static final int ROUNDS = 3;

    /** Datagrams that are no answer which one question looks at; more are a flood, and TCP is not to be flooded that way. */
    static final int MAX_STRAYS = 32;

    /** Longest time an answer is believed, whatever its TTL: a mistaken TTL of weeks must heal (RFC 8767 §4 has a week at most). */
    static final Duration MAX_TTL = Duration.ofDays(1);

    /** Longest time a "no" is believed (RFC 2308 §5: one to three hours work well). */
    static final Duration MAX_NEGATIVE_TTL = Duration.ofHours(1);

    /** How long a failure is believed, so that a dead server is not asked for every message (RFC 9520 §3.2). */
    static final Duration FAILURE_TTL = Duration.ofSeconds(5);

    /** Octets of answers remembered, more or less. */
    static final long CACHE_SIZE = 16L * 1024 * 1024;

    /** Questions on the way at once: each holds a socket. */
    static final int MAX_FLIGHTS = 512;

    /** How long anybody waits for one answer, whatever the budget. */
    static final Duration MAX_WAIT = Duration.ofSeconds(15);

    private ResolverLimits() {}
}
