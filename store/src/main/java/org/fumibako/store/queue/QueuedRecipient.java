// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.time.Instant;

/**
 * One recipient of a queued message.
 *
 * @param position its place among the message's recipients, from 0
 * @param attempts how often it was tried
 * @param nextAt when it is due; of one that is being tried, when that is taken to have been cut short
 * @param delayTold whether the sender knows that it takes long
 */
public record QueuedRecipient(
        int position,
        Addressee addressee,
        RecipientState state,
        int attempts,
        Instant nextAt,
        Instant expires,
        boolean delayTold) {}
