// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import org.fumibako.model.MailboxId;

/**
 * A message that left a mailbox, by being removed or moved.
 *
 * @param modSeq when it left
 * @param createdSeq when it had come there
 */
public record Departure(long modSeq, MailboxId mailbox, long contentId, long threadId, long createdSeq) {}
