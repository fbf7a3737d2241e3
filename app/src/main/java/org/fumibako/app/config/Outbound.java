// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.time.Duration;
import org.fumibako.delivery.Outgoing;
import org.fumibako.dns.Resolver;
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
         * On this machine only: nothing is sent to any other.
         *
         * @param names all the names there are
         * @param port on which the servers behind them take mail
         */
        record Enclosed(Resolver names, int port) implements Network {}
    }
}
