// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.store.pack.LogEvent;

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
                note(group, mailbox.get());
            }
        }
        return state.isPresent();
    }

    /** Gives the mailbox a new mod-sequence, so that clients that synchronise learn of it; in the pack, a new name that is the old. */
    private void note(Group group, MailboxState mailbox) throws SQLException {
        long modSeq = group.nextModSeq(mailbox);
        MailboxRows.rename(group.connection(), mailbox);
        group.record(new LogEvent.MailboxRenamed(account, mailbox.id(), modSeq, mailbox.name()));
    }
}
