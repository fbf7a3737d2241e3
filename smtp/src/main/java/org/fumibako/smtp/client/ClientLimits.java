// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.time.Duration;

/**
 * How much one delivery tries, and how long connections are kept.
 *
 * @param exchanges MX records of a domain that are looked at, best first: a list without end is an attack
 * @param addresses of a host and family that are tried
 * @param targets servers that are tried in one delivery
 * @param dialogues servers with which one delivery comes as far as MAIL: one that says "later" is asked once more elsewhere
 *     (RFC 5321 §5.1 wants two), not everywhere
 * @param recipients in one transaction; every server takes a hundred (RFC 5321 §4.5.3.1.8)
 * @param messages on one connection
 * @param idle how long a connection waits for the next message
 * @param lifetime how long a connection is used at all
 * @param idleConnections kept in all
 */
public record ClientLimits(
        int exchanges,
        int addresses,
        int targets,
        int dialogues,
        int recipients,
        int messages,
        Duration idle,
        Duration lifetime,
        int idleConnections) {
    public static final ClientLimits STANDARD =
            new ClientLimits(20, 4, 10, 2, 100, 100, Duration.ofSeconds(5), Duration.ofMinutes(5), 200);

    /** Other bounds on the reuse of connections. */
    public ClientLimits withReuse(int messages, Duration idle, int idleConnections) {
        return new ClientLimits(
                exchanges, addresses, targets, dialogues, recipients, messages, idle, lifetime, idleConnections);
    }
}
