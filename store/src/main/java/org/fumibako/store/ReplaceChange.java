// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;

/**
 * Files one message in one mailbox and removes another in its place (RFC 8508 §3.4).
 *
 * @param append of one message with one filing
 * @param from where the message {@code uid} is, in the same account
 */
record ReplaceChange(AppendChange append, AccountId account, MailboxId from, long uid, Origin origin)
        implements Change<Append.Outcome> {
    @Override
    public List<AccountId> accounts() {
        List<AccountId> accounts = new ArrayList<>(append.accounts());
        accounts.add(account);
        return accounts;
    }

    @Override
    public long weight() {
        return append.weight() + 128;
    }

    @Override
    public Append.Outcome apply(Group group) throws MailboxException, SQLException {
        UidSet replaced = UidSet.of(uid);
        group.required(account).required(from);
        if (MessageRows.list(group.connection(), account, from, replaced, group.flagPool())
                .isEmpty()) {
            throw new MailboxException(MailboxException.Reason.NONEXISTENT, "The message is gone");
        }
        Append.Outcome outcome = append.apply(group).getFirst().getFirst();
        if (outcome instanceof Append.Outcome.Filed) {
            new ExpungeChange(account, from, replaced, false, origin).apply(group);
        }
        return outcome;
    }
}
