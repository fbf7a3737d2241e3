// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.store.pack.LogEvent;

/** Removes an account's mailboxes; its counters stay, so that nothing goes back if it is made again. */
record DeleteAccountChange(AccountId account, Origin origin) implements Change<Boolean> {
    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    @Override
    public Boolean apply(Group group) throws SQLException {
        Optional<AccountState> known = group.account(account);
        if (known.isEmpty()) {
            return false;
        }
        AccountState state = known.get();
        for (MailboxState mailbox : List.copyOf(state.mailboxes())) {
            MailboxRemoval.remove(group, mailbox, state.modSeq(), origin);
        }
        SubscriptionRows.deleteAll(group.connection(), account);
        AnnotationRows.deleteAll(group.connection(), account);
        ObjectRows.deleteAll(group.connection(), account);
        group.rearranged(state);
        DepartedRows.forget(group.connection(), account, state.modSeq());
        state.deleted(true);
        group.changed(state);
        group.record(new LogEvent.AccountDeleted(account));
        return true;
    }
}
