// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.pack.LogEvent;

/** Deletes a mailbox with its messages (RFC 9051 §6.3.5). Answers the mod-sequence at which it went. */
record DeleteMailboxChange(AccountId account, MailboxId mailbox, Origin origin) implements Change<Long> {
    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    @Override
    public Long apply(Group group) throws MailboxException, SQLException {
        MailboxState state = group.required(account).required(mailbox);
        if (state.use().equals(Optional.of(SpecialUse.INBOX))) {
            throw new MailboxException(MailboxException.Reason.CANNOT, "INBOX cannot be deleted");
        }
        long modSeq = state.account().nextModSeq();
        MailboxRemoval.remove(group, state, modSeq, origin);
        group.record(new LogEvent.MailboxDeleted(account, mailbox, modSeq));
        return modSeq;
    }
}
