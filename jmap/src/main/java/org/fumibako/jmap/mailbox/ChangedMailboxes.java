// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.jmap.mail.LongSet;
import org.fumibako.jmap.mail.MailChanges;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.store.AccountView;
import org.fumibako.store.MailboxSnapshot;

/**
 * What became of mailboxes since a state.
 *
 * @param onlyCounts whether nothing but counts changed in those that were there
 */
record ChangedMailboxes(List<String> created, List<String> updated, List<String> destroyed, boolean onlyCounts) {
    static ChangedMailboxes of(MailIndex index, MailChanges changes) {
        long since = changes.since().complete();
        LongSet threads = new LongSet(16);
        changes.fates().forEach(fate -> threads.add(fate.threadId()));
        List<String> created = new ArrayList<>();
        List<String> updated = new ArrayList<>();
        boolean onlyCounts = true;
        for (AccountView.Seat seat : index.view().seats()) {
            String id = Ids.mailbox(seat.mailbox().id());
            if (seat.createdSeq() > since) {
                created.add(id);
            } else if (seat.mailbox().highestModSeq() > since || hasAny(seat.snapshot(), threads)) {
                updated.add(id);
                onlyCounts &= seat.namedSeq() <= since;
            }
        }
        List<String> destroyed =
                changes.goneMailboxes().stream().map(Ids::mailbox).toList();
        return new ChangedMailboxes(created, updated, destroyed, onlyCounts);
    }

    /** What happens in one mailbox changes how many threads are unread in another one. */
    private static boolean hasAny(MailboxSnapshot snapshot, LongSet threads) {
        for (int i = 0; i < snapshot.size() && !threads.isEmpty(); i++) {
            if (threads.contains(snapshot.threadId(i))) {
                return true;
            }
        }
        return false;
    }

    int count() {
        return created.size() + updated.size() + destroyed.size();
    }

    Set<String> all() {
        Set<String> all = new LinkedHashSet<>(created);
        all.addAll(updated);
        all.addAll(destroyed);
        return all;
    }
}
