// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.pack.LogEvent;

/** Gives an account its mailboxes. Answers whether it was new. */
record CreateAccountChange(AccountId account) implements Change<Boolean> {
    private static final List<SpecialUse> MAILBOXES =
            List.of(SpecialUse.INBOX, SpecialUse.SENT, SpecialUse.DRAFTS, SpecialUse.JUNK, SpecialUse.TRASH);

    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    @Override
    public Boolean apply(Group group) throws SQLException {
        AccountState state = group.make(account);
        if (!state.deleted()) {
            return false;
        }
        state.deleted(false);
        group.changed(state);
        group.record(new LogEvent.AccountCreated(account));
        for (SpecialUse use : MAILBOXES) {
            MailboxMaking.make(group, state, use.mailboxName(), Optional.of(use));
        }
        return true;
    }
}
