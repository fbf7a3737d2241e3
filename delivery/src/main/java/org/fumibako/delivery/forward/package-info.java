// SPDX-License-Identifier: Apache-2.0
/**
 * Forwarding (転送): where a message goes on from the accounts that it reaches here, what it looks like when it leaves, and what
 * becomes of targets that do not take it. {@link org.fumibako.delivery.forward.Forwarder} is the step of delivery;
 * {@link org.fumibako.delivery.forward.ReversePaths} knows the addresses that bounces come back to.
 *
 * <p>Threading: nothing here changes but counters in the registry; safe for any number of sessions.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Forwarding never costs a message: what cannot go on, for whatever reason, stays in the mailbox of the account that
 *       forwards it, whether that account keeps its mail or not.
 *   <li>What goes on is filed or queued in the transaction that files the message here.
 *   <li>However accounts forward to each other, each gets a message once, and every target elsewhere once.
 *   <li>Whoever sent a message learns nothing of where it went on: not from a reply, not from a notification.
 * </ul>
 *
 * <p><b>Circles.</b> Between accounts here they are seen when the way is worked out. One that leads over other servers is seen by
 * the Delivered-To fields (RFC 9228) of the accounts that it passed: such a message is filed and goes no further.
 *
 * <p><b>The reverse path</b> is the sender rewritten (SRS) in the host's name, so that SPF passes at the target; its hash carries the
 * id of the target. The null sender stays null. A bounce that comes back to such an address is filed for the account that forwards, never
 * forwarded, and counted against the target. A target that fails often and long is stopped by the registry, the account keeps its mail
 * from then on, and a notice says so.
 *
 * <p><b>DMARC.</b> A message that only SPF proved, of a domain that asks others to distrust what is not proven, goes as an attachment of a
 * message from the account, or stays, or goes as it is: the account's choice. ARC (RFC 8617) seals what was found here, where the
 * host has a key.
 */
@NullMarked
package org.fumibako.delivery.forward;

import org.jspecify.annotations.NullMarked;
