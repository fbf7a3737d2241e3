// SPDX-License-Identifier: Apache-2.0
/**
 * Automatic replies (自動応答): of an account's setting, and of {@code vacation} in its scripts; both obey the same rules.
 *
 * <p>Threading: safe for any number of sessions; whom an account has answered is counted in the registry.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A reply is about a message that is on disk, and costs it nothing when it fails.
 *   <li>A correspondent gets one a week (or as often as the script says), whichever process delivers.
 *   <li>Mail that no person wrote, or that did not name the account, gets none (RFC 3834 §2, RFC 5230 §4.5, §4.6); neither does junk.
 *   <li>It goes to the sender of the envelope. Where a forwarder has rewritten that one, it goes to the author, and only if DMARC
 *       has proven who that is: nobody is answered for what somebody else wrote in his name.
 * </ul>
 */
@NullMarked
package org.fumibako.delivery.reply;

import org.jspecify.annotations.NullMarked;
