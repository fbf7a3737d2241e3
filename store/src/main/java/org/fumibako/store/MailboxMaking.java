// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.Optional;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.pack.LogEvent;

/** Makes a mailbox within a change, subscribed. */
final class MailboxMaking {
    private MailboxMaking() {}

    /** {@code name} is canonical, valid and free. */
    static MailboxState make(Group group, AccountState account, String name, Optional<SpecialUse> use)
            throws SQLException {
        MailboxId id = new MailboxId(Counter.MAILBOX.next(group.connection()));
        long uidValidity = account.nextUidValidity(group.now() / 1000);
        MailboxState.Identity identity = new MailboxState.Identity(id, name, use, uidValidity);
        MailboxState mailbox = new MailboxState(account, identity, 1, account.nextModSeq(), MailboxState.Counts.EMPTY);
        account.add(mailbox);
        MailboxRows.insert(group.connection(), mailbox);
        group.changed(account);
        group.record(new LogEvent.MailboxCreated(account.id(), id, mailbox.modSeq(), uidValidity, name, use));
        subscribe(group, account, name, true);
        return mailbox;
    }

    static void subscribe(Group group, AccountState account, String name, boolean subscribed) throws SQLException {
        SubscriptionRows.set(group.connection(), account.id(), name, subscribed);
        group.record(new LogEvent.Subscribed(account.id(), name, subscribed));
        group.rearranged(account);
    }
}
