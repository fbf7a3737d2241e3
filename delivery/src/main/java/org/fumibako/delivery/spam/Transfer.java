// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import java.util.Optional;
import java.util.Set;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Protocol;
import org.fumibako.model.AccountId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/**
 * A message went from one mailbox to another, or is in both now.
 *
 * @param from as it was called at that moment; likewise {@code to}
 */
record Transfer(long contentId, String from, String to) {
    /** Throwing spam away says nothing new, and what somebody wrote is nobody's spam. */
    private static final Set<SpecialUse> SAYS_NOTHING = Set.of(SpecialUse.TRASH, SpecialUse.SENT, SpecialUse.DRAFTS);

    /** Empty for rows of anything else, and for what the server did by itself. */
    static Optional<Transfer> of(JournalRow row) {
        if (row.origin().protocol() == Protocol.SYSTEM) {
            return Optional.empty();
        }
        return switch (row.event()) {
            case JournalEvent.Moved moved -> Optional.of(new Transfer(moved.contentId(), moved.from(), moved.to()));
            case JournalEvent.Copied copied ->
                Optional.of(new Transfer(copied.contentId(), copied.from(), copied.to()));
            default -> Optional.empty();
        };
    }

    /** Whether the message is spam, by where it went; empty when that says nothing. */
    Optional<Boolean> judgement(MessageStore store, AccountId account) {
        Optional<SpecialUse> source = use(store, account, from);
        Optional<SpecialUse> target = use(store, account, to);
        boolean out = source.equals(Optional.of(SpecialUse.JUNK));
        boolean in = target.equals(Optional.of(SpecialUse.JUNK));
        if (in == out) {
            return Optional.empty();
        }
        boolean silent = in
                ? source.filter(use -> use == SpecialUse.SENT || use == SpecialUse.DRAFTS)
                        .isPresent()
                : target.filter(SAYS_NOTHING::contains).isPresent();
        return silent ? Optional.empty() : Optional.of(in);
    }

    private static Optional<SpecialUse> use(MessageStore store, AccountId account, String name) {
        return store.mailbox(account, name).flatMap(Mailbox::use);
    }
}
