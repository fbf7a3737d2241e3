// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.time.Duration;
import org.fumibako.delivery.Outgoing;
import org.fumibako.smtp.client.ClientTimeouts;
import org.fumibako.smtp.client.NextHops;
import org.fumibako.smtp.queue.QueueConfig;

/**
 * How mail leaves.
 *
 * @param lifetime how long a message is tried
 * @param hops which way mail for a domain leaves
 * @param network what there is outside
 */
public record Outbound(QueueConfig queue, Duration lifetime, NextHops hops, Network network) {
    /** Straight to the servers of the Internet. */
    public static final Outbound DEFAULT =
            new Outbound(QueueConfig.DEFAULT, Outgoing.LIFETIME, NextHops.DIRECT, new Network.Internet());

    /** Where other servers are. */
    public sealed interface Network {
        /** Everywhere: names come from the system's resolvers. */
        record Internet() implements Network {}

        /**
         * On this machine only: nothing is sent to any other, and there are no names but those of the server's own zones.
         *
         * @param port on which other servers take mail
         * @param timeouts how long they are waited for
         */
        record Enclosed(int port, ClientTimeouts timeouts) implements Network {}
    }
}
