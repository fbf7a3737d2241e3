// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.LogEvent;

/**
 * Removes from an account's Trash what arrived there before a moment: the one place where mail goes because of its age.
 * Messages taken out of Trash in the meantime are not touched. Answers how many went.
 *
 * @param before milliseconds since the epoch
 */
record PurgeChange(AccountId account, long before, Origin origin) implements Change<Integer> {
    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    @Override
    public Integer apply(Group group) throws SQLException {
        Optional<MailboxState> trash = group.account(account).flatMap(state -> state.mailbox(SpecialUse.TRASH));
        return trash.isPresent() ? purge(group, trash.get()) : 0;
    }

    private int purge(Group group, MailboxState trash) throws SQLException {
        List<StoredMessage> read =
                MessageRows.list(group.connection(), account, trash.id(), UidSet.ALL, group.flagPool());
        List<StoredMessage> old =
                read.stream().filter(message -> message.savedDate() < before).toList();
        if (old.isEmpty()) {
            return 0;
        }
        long modSeq = new Removal(trash, UidSet.ALL, read, old).apply(group, true);
        group.record(new LogEvent.Removed(account, trash.id(), modSeq, UidRuns.uids(old)));
        for (StoredMessage message : old) {
            group.journal(account, origin, new JournalEvent.Purged(message.contentId(), trash.name(), message.uid()));
        }
        return old.size();
    }
}
