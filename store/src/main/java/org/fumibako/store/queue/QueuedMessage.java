// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.time.Instant;

/**
 * A message in the queue.
 *
 * @param queueId positive, never used again
 * @param recipients how many it was accepted for
 * @param size octets that are sent
 */
public record QueuedMessage(
        long queueId, QueueEnvelope envelope, Owner owner, Instant acceptedAt, int recipients, long size) {
    /** The id as people and logs write it. */
    public String id() {
        return name(queueId);
    }

    public static String name(long queueId) {
        return Long.toString(queueId, Character.MAX_RADIX);
    }

    /** Reads what {@link #name} wrote; 0 when it is no id. */
    public static long parse(String name) {
        try {
            return Math.max(0, Long.parseLong(name, Character.MAX_RADIX));
        } catch (NumberFormatException notAnId) {
            return 0;
        }
    }
}
