// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.time.Instant;
import java.util.List;

/**
 * A message's way out: what the queue has to know besides its octets.
 *
 * @param addressees at least one
 * @param skip octets at the beginning of the stored content that are not sent: trace fields that only a filed copy has
 * @param expires when nothing more is tried
 */
public record Posting(QueueEnvelope envelope, List<Addressee> addressees, Owner owner, long skip, Instant expires) {
    public Posting {
        addressees = List.copyOf(addressees);
        if (addressees.isEmpty()) {
            throw new IllegalArgumentException("a message to nobody");
        }
    }
}
