// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.util.List;
import org.fumibako.model.Content;

/** What a claim gives to send. {@code content} holds the octets that are sent; closing this closes it. */
public record Consignment(QueuedMessage message, List<QueuedRecipient> recipients, Content content)
        implements AutoCloseable {
    public Consignment {
        recipients = List.copyOf(recipients);
    }

    @Override
    public void close() {
        content.close();
    }
}
