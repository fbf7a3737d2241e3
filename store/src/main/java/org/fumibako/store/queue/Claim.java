// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.time.Instant;
import java.util.List;
import org.fumibako.model.DomainName;

/**
 * The right to try some recipients of one message, all in one domain; nobody else tries them until it ends.
 *
 * @param lane see {@link Owner#lane}
 * @param positions at least one
 */
public record Claim(long queueId, long lane, DomainName domain, List<Integer> positions, Instant until) {
    public Claim {
        positions = List.copyOf(positions);
    }
}
