// SPDX-License-Identifier: Apache-2.0
/**
 * Mail on its way to other servers, as values: what is handed to the queue ({@link org.fumibako.store.queue.Posting}), what a
 * runner gets from it ({@link org.fumibako.store.queue.Claim}, {@link org.fumibako.store.queue.Consignment}), what it gives
 * back ({@link org.fumibako.store.queue.Settlement}), and what people see
 * ({@link org.fumibako.store.queue.QueueRow}). {@link org.fumibako.store.OutboundQueue} is the port.
 *
 * <p>Everything here is immutable. It knows no SQL and no protocol.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.store.queue;
