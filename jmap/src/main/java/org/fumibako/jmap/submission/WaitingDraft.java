// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.EmailRow;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The draft of a letter that is sent later. Whoever leaves it among the drafts and gives it the keyword {@code $scheduled} need not be
 * there when its time has come: when it has gone it is filed as sent, and when nobody took it, it is a draft like others again.
 * Emails without the keyword stay as they are, as the standard has it (RFC 8621 §7).
 */
final class WaitingDraft {
    /** Ours: no register has one for this. */
    static final String KEYWORD = "$scheduled";

    private static final Logger LOG = LoggerFactory.getLogger(WaitingDraft.class);

    private final MessageStore store;

    WaitingDraft(MessageStore store) {
        this.store = store;
    }

    /** Whether it lies nowhere but in the trash. */
    boolean thrownAway(AccountId account, EmailRow row) {
        MailboxId trash = store.mailbox(account, SpecialUse.TRASH).id();
        return row.places().stream().allMatch(place -> place.mailbox().equals(trash));
    }

    /** Settles a draft whose letter has gone, or has not. */
    void settle(AccountId account, EmailRow row, boolean gone, Origin origin) {
        try {
            for (EmailRow.Place place : row.places()) {
                if (place.flags().hasKeyword(KEYWORD)) {
                    settle(account, place, gone, origin);
                }
            }
        } catch (MailboxException e) {
            LOG.warn("the draft of a letter that was sent later stays where it is", e);
        }
    }

    private void settle(AccountId account, EmailRow.Place place, boolean gone, Origin origin) throws MailboxException {
        UidSet uid = UidSet.of(place.uid());
        if (!gone) {
            change(account, place, MessageStore.FlagChange.REMOVE, Flags.of(KEYWORD), origin);
            return;
        }
        change(account, place, MessageStore.FlagChange.ADD, Flags.of("\\Seen"), origin);
        change(account, place, MessageStore.FlagChange.REMOVE, Flags.of(KEYWORD, "\\Draft"), origin);
        if (place.mailbox().equals(store.mailbox(account, SpecialUse.DRAFTS).id())) {
            store.move(
                    account,
                    place.mailbox(),
                    uid,
                    store.mailbox(account, SpecialUse.SENT).id(),
                    origin);
        }
    }

    private void change(
            AccountId account, EmailRow.Place place, MessageStore.FlagChange change, Flags flags, Origin origin)
            throws MailboxException {
        var _ = store.changeFlags(
                account, place.mailbox(), UidSet.of(place.uid()), change, flags, Optional.empty(), origin);
    }
}
