// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.AccountView;
import org.jspecify.annotations.Nullable;

/** How many emails and threads each mailbox has (RFC 8621 §2). Computed when it is first asked for, all mailboxes at once. */
public final class Counts {
    private final MailIndex index;
    private volatile @Nullable Map<MailboxId, Count> counts;

    Counts(MailIndex index) {
        this.index = index;
    }

    /**
     * What a mailbox has.
     *
     * @param unreadThreads threads with an email here and an unread one anywhere; what lies only in Trash counts in Trash alone
     */
    public record Count(int emails, int unreadEmails, int threads, int unreadThreads) {}

    public Count of(MailboxId mailbox) {
        Map<MailboxId, Count> known = counts;
        if (known == null) {
            known = all();
            counts = known;
        }
        return known.getOrDefault(mailbox, new Count(0, 0, 0, 0));
    }

    private Map<MailboxId, Count> all() {
        Optional<MailboxId> trash =
                index.seat(SpecialUse.TRASH).map(seat -> seat.mailbox().id());
        LongSet unread = new LongSet(64);
        LongSet unreadInTrash = new LongSet(16);
        for (AccountView.Seat seat : index.view().seats()) {
            MailboxId id = seat.mailbox().id();
            LongSet threads = trash.equals(Optional.of(id)) ? unreadInTrash : unread;
            index.forEachIn(id, email -> {
                if (Email.isUnread(email.flags())) {
                    threads.add(email.threadId());
                }
            });
        }
        Map<MailboxId, Count> all = new HashMap<>();
        for (AccountView.Seat seat : index.view().seats()) {
            MailboxId id = seat.mailbox().id();
            all.put(id, count(seat, trash.equals(Optional.of(id)) ? unreadInTrash : unread));
        }
        return all;
    }

    private Count count(AccountView.Seat seat, LongSet unread) {
        LongSet threads = new LongSet(seat.snapshot().size());
        int[] emails = new int[3];
        index.forEachIn(seat.mailbox().id(), email -> {
            emails[0]++;
            if (Email.isUnread(email.flags())) {
                emails[1]++;
            }
            if (threads.add(email.threadId()) && unread.contains(email.threadId())) {
                emails[2]++;
            }
        });
        return new Count(emails[0], emails[1], threads.size(), emails[2]);
    }
}
