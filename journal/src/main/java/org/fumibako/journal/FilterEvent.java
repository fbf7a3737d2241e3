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

    /**
     * The owner of an account has taught the filter by moving or copying a message to or from Junk.
     *
     * @param as what it is now: {@code spam}, {@code wanted}, or {@code undone} when an earlier judgement was taken back
     * @param words how many different ones it has
     */
    record Learnt(long contentId, String as, long words) implements FilterEvent {}

    /**
     * Another program that was to look at a message gave no answer, and the message went on without it.
     *
     * @param scanner its name
     * @param why for the support desk
     */
    record ScannerSilent(String scanner, String why, String messageId) implements FilterEvent {}
}
