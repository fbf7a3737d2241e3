// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.List;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.LogEvent;

/** Removes messages, by EXPUNGE, DELE or the like. */
record ExpungeChange(AccountId account, MailboxId mailbox, UidSet uids, boolean onlyDeleted, Origin origin)
        implements Change<UidSet> {
    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    @Override
    public UidSet apply(Group group) throws MailboxException, SQLException {
        MailboxState state = group.required(account).required(mailbox);
        List<StoredMessage> read = MessageRows.list(group.connection(), account, mailbox, uids, group.flagPool());
        List<StoredMessage> gone = onlyDeleted
                ? read.stream().filter(message -> message.flags().deleted()).toList()
                : read;
        if (gone.isEmpty()) {
            return UidSet.EMPTY;
        }
        UidSet removed = UidRuns.uids(gone);
        long modSeq = new Removal(state, uids, read, gone).apply(group, true);
        group.record(new LogEvent.Removed(account, mailbox, modSeq, removed));
        for (StoredMessage message : gone) {
            group.journal(account, origin, new JournalEvent.Deleted(message.contentId(), state.name(), message.uid()));
        }
        return removed;
    }
}
