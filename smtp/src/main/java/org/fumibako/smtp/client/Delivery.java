// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

/**
 * Carries messages to other servers. Safe for any number of threads; a call blocks its thread until every recipient has an
 * outcome, which the time limits of the client bound.
 */
public interface Delivery {
    /**
     * Tries once to bring a message to all its recipients, who share the next hop. Never throws for what other servers or the
     * network do: that is an outcome. What is deferred is the caller's to try again, with the same octets.
     *
     * @return an outcome for each recipient, in the transmission's order
     */
    DeliveryReport deliver(NextHop hop, Transmission message);
}
