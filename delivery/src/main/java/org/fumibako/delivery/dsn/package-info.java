// SPDX-License-Identifier: Apache-2.0
/**
 * Delivery status notifications: what senders are told of their mail's way (RFC 3461, RFC 3464, RFC 6522).
 * {@link org.fumibako.delivery.dsn.Notices} decides whether somebody is told, and how it reaches them;
 * {@link org.fumibako.delivery.dsn.DsnComposer} writes the message, for people in Japanese and English, for programs in fields.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>The null sender is told nothing, so there is no notification of a notification (RFC 5321 §4.5.5, §6.1).
 *   <li>What other servers said, and what senders wrote, reaches a header field or a line of text only through
 *       {@link org.fumibako.delivery.dsn.FieldText}, which leaves nothing that could end it.
 *   <li>A notification is bounded in size whatever it is about.
 * </ul>
 *
 * <p>Everything here is stateless and safe for any number of threads.
 */
@NullMarked
package org.fumibako.delivery.dsn;

import org.jspecify.annotations.NullMarked;
