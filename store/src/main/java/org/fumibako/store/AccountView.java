// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.List;

/**
 * All of an account at one moment, or a little later: what it shows is never older than {@code modSeq}.
 *
 * @param modSeq mod-sequence of the latest change in the account
 * @param seats its mailboxes, in no particular order
 */
public record AccountView(long modSeq, List<Seat> seats) {
    public AccountView {
        seats = List.copyOf(seats);
    }

    /**
     * A mailbox and what is in it.
     *
     * @param createdSeq mod-sequence at which it was made; 0 when that is long ago
     * @param namedSeq mod-sequence at which something other than its messages changed last
     */
    public record Seat(Mailbox mailbox, MailboxSnapshot snapshot, long createdSeq, long namedSeq) {}
}
