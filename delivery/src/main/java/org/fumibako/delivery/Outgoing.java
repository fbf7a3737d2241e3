// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.time.Duration;
import java.util.List;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.QueueEnvelope;

/**
 * The part of an envelope that has to go on to other servers.
 *
 * @param addressees at least one
 * @param owner who sends it
 */
public record Outgoing(QueueEnvelope envelope, List<Addressee> addressees, Owner owner) {
    /** How long mail is tried where nobody says otherwise (RFC 5321 §4.5.4.1). */
    public static final Duration LIFETIME = Duration.ofDays(5);

    public Outgoing {
        addressees = List.copyOf(addressees);
        if (addressees.isEmpty()) {
            throw new IllegalArgumentException("nobody to go on to");
        }
    }
}
