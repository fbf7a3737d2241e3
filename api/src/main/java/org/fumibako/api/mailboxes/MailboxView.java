// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.mailboxes;

import org.fumibako.model.SpecialUse;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox by name.
 *
 * @param use what it is for; null for one that somebody made
 */
record MailboxView(String name, @Nullable SpecialUse use, long messages) {}
