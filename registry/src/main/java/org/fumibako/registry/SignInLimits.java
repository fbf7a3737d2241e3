// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * When guessing is stopped.
 *
 * @param peer failures of one peer (an IPv4 address or an IPv6 /64), for whatever logins
 * @param network failures of all peers in one network (an IPv4 /24 or an IPv6 /48), for whatever logins
 * @param login failures of one login, from wherever
 * @param knownPeer failures of one login at a peer where its owner has signed in before; then each further attempt is slow
 * @param slowness how slow
 */
public record SignInLimits(Limit peer, Limit network, Limit login, Limit knownPeer, Duration slowness) {
    /**
     * A person mistypes a few times; a company behind one address, several persons; a network of a mobile carrier, many. A
     * peer gets some 3,000 guesses a day, a network 14,000, a login 1,200 from all peers together.
     */
    public static final SignInLimits DEFAULT = new SignInLimits(
            new Limit(20, Duration.ofMinutes(10)),
            new Limit(100, Duration.ofMinutes(10)),
            new Limit(50, Duration.ofHours(1)),
            new Limit(10, Duration.ofMinutes(10)),
            Duration.ofSeconds(2));

    /** After which no failure matters any more. */
    Duration longestWindow() {
        return Stream.of(peer, network, login, knownPeer)
                .map(Limit::window)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** So many failures are allowed in a window that begins with the first. */
    public record Limit(int failures, Duration window) {}
}
