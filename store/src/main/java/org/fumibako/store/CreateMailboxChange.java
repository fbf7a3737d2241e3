// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;

/** Makes a mailbox (RFC 9051 §6.3.4, RFC 6154 §3); {@code name} is canonical and valid. */
record CreateMailboxChange(AccountId account, String name, Optional<SpecialUse> use, Origin origin)
        implements Change<MailboxId> {
    /** Mailboxes of one account: LIST answers them all, and the committer keeps them in memory. */
    static final int MAX_MAILBOXES = 1000;

    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    @Override
    public MailboxId apply(Group group) throws MailboxException, SQLException {
        AccountState state = group.required(account);
        if (state.mailbox(name).isPresent()) {
            throw new MailboxException(MailboxException.Reason.ALREADY_EXISTS, "There is such a mailbox already");
        }
        if (use.isPresent() && state.mailbox(use.get()).isPresent()) {
            throw new MailboxException(MailboxException.Reason.CANNOT, "Another mailbox has this special use");
        }
        if (state.mailboxes().size() >= MAX_MAILBOXES) {
            throw new MailboxException(
                    MailboxException.Reason.LIMIT, "An account can have " + MAX_MAILBOXES + " mailboxes");
        }
        group.journal(account, origin, new JournalEvent.MailboxCreated(name));
        return MailboxMaking.make(group, state, name, use).id();
    }
}
