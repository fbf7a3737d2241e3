// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.store.pack.LogEvent;

/** Gives every mailbox of the accounts a new UIDVALIDITY, at least {@code ahead} of what the clock would give. */
record RenewChange(List<AccountId> accounts, Duration ahead) implements Change<Boolean> {
    @Override
    public Boolean apply(Group group) throws SQLException {
        long least = Duration.ofMillis(group.now()).plus(ahead).toSeconds();
        for (AccountId id : accounts) {
            Optional<AccountState> account = group.account(id);
            if (account.isPresent()) {
                for (MailboxState mailbox : account.get().mailboxes()) {
                    renew(group, mailbox, least);
                }
                group.changed(account.get());
            }
        }
        return true;
    }

    private static void renew(Group group, MailboxState mailbox, long least) throws SQLException {
        mailbox.renew(mailbox.account().nextUidValidity(least));
        long modSeq = group.nextModSeq(mailbox);
        MailboxRows.renew(group.connection(), mailbox);
        group.record(
                new LogEvent.UidValidityChanged(mailbox.account().id(), mailbox.id(), modSeq, mailbox.uidValidity()));
    }
}
