// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;

/** Subscribes or unsubscribes a name (RFC 9051 §6.3.7). Answers whether there is such an account. */
record SubscribeChange(AccountId account, String name, boolean subscribed) implements Change<Boolean> {
    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    @Override
    public Boolean apply(Group group) throws SQLException {
        Optional<AccountState> state = group.account(account);
        if (state.isPresent()) {
            MailboxMaking.subscribe(group, state.get(), name, subscribed);
            Optional<MailboxState> mailbox = state.get().mailbox(name);
            if (mailbox.isPresent()) {
                group.renamed(mailbox.get());
            }
        }
        return state.isPresent();
    }
}
