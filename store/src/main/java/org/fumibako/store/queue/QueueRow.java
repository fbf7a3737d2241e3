// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.util.Optional;

/**
 * One recipient in the queue as people see it.
 *
 * @param underway whether it is being tried, or is next in line
 * @param last what came of the latest attempt
 */
public record QueueRow(
        QueuedMessage message,
        QueuedRecipient recipient,
        boolean underway,
        String subject,
        String messageId,
        Optional<QueueAttempt> last) {}
