// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

/** Somebody else's doing that an account's owner gets to see: errors of mail never sent, or a stranger who sends in their name. */
public sealed interface AbuseEvent extends JournalEvent {
    /**
     * An error mail about a message that the account never sent; it was filed aside.
     *
     * @param from who reports it, as the header says
     * @param why for the support desk
     */
    record Backscatter(String from, String why) implements AbuseEvent {}

    /**
     * The account's mail went out as it never did before, so it was slowed down.
     *
     * @param why for people
     * @param sessions how many sessions were ended
     * @param held recipients whose mail is kept back
     */
    record TakeoverSuspected(String why, long sessions, long held) implements AbuseEvent {}
}
