// SPDX-License-Identifier: Apache-2.0
/**
 * Sorting (メールの振り分け): what the rules of an account and of its domain do with a message that reaches it.
 * {@link org.fumibako.delivery.sorting.Sorter} is the step of delivery; it says what is wanted, as a
 * {@link org.fumibako.delivery.sorting.Sorted}, and the steps after it file, forward and reply.
 *
 * <p>Threading: safe for any number of sessions; a {@link org.fumibako.delivery.sorting.Sorting} belongs to one message.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>No rule costs a message by failing: a script that ends before its end, a mailbox that cannot be had, a target that
 *       takes nothing leave it where it would have gone without rules.
 *   <li>The domain's script runs first; the account's own runs when that one leaves the message where it was going.
 *   <li>Junk, and bounces of what was forwarded, are not sorted: a rule must not lift a forged message out of the junk mailbox.
 *   <li>A message is rejected in the dialogue with its sender or not at all, and only where the reply is about this recipient
 *       alone; otherwise it is kept. Nobody whom a forger named gets a bounce.
 *   <li>An account without rules costs a look into memory.
 * </ul>
 */
@NullMarked
package org.fumibako.delivery.sorting;

import org.jspecify.annotations.NullMarked;
