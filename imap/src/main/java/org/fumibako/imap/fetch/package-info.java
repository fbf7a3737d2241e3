// SPDX-License-Identifier: Apache-2.0
/**
 * FETCH: each item is a {@link org.fumibako.imap.fetch.Rendering} that says what it needs and writes itself. What the mailbox
 * snapshot or the index holds is never read from a pack; of a part or a header only its own octets are.
 *
 * <p>No lock or transaction is held while octets go to the client.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.imap.fetch;
