// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

/** What the spam filter thought, and what it was taught. */
public sealed interface FilterEvent extends JournalEvent {
    /**
     * A message was judged for an account.
     *
     * @param sender of the envelope, empty for {@code <>}
     * @param messageId without brackets, or empty
     * @param score the sum of all points
     * @param level the domain's, with its threshold
     * @param outcome what was done: {@code wanted}, or what became of spam
     * @param reasons codes with their points, the weightiest first
     */
    record Judged(
            String sender, String messageId, String subject, String score, String level, String outcome, String reasons)
            implements FilterEvent {}
}
