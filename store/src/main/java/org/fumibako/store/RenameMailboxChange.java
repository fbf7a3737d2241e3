// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.pack.LogEvent;

/**
 * Renames a mailbox and those below it (RFC 9051 §6.3.6); {@code newName} is canonical and valid. Answers how many
 * mailboxes have a new name.
 */
record RenameMailboxChange(AccountId account, MailboxId mailbox, String newName, Origin origin)
        implements Change<Integer> {
    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    @Override
    public Integer apply(Group group) throws MailboxException, SQLException {
        AccountState state = group.required(account);
        MailboxState renamed = state.required(mailbox);
        if (state.mailbox(newName).isPresent()) {
            throw new MailboxException(MailboxException.Reason.ALREADY_EXISTS, "There is such a mailbox already");
        }
        if (renamed.use().equals(Optional.of(SpecialUse.INBOX))) {
            return emptyInbox(group, renamed);
        }
        Map<MailboxState, String> names = newNames(state, renamed);
        for (Map.Entry<MailboxState, String> entry : names.entrySet()) {
            rename(group, entry.getKey(), entry.getValue());
        }
        return names.size();
    }

    /** INBOX itself stays, empty; its messages go to a new mailbox, what lies below it stays where it is. */
    private int emptyInbox(Group group, MailboxState inbox) throws SQLException, MailboxException {
        if (inbox.account().mailboxes().size() >= CreateMailboxChange.MAX_MAILBOXES) {
            throw new MailboxException(MailboxException.Reason.LIMIT, "There are too many mailboxes");
        }
        MailboxState target = MailboxMaking.make(group, inbox.account(), newName, Optional.empty());
        group.journal(account, origin, new JournalEvent.MailboxRenamed(inbox.name(), newName));
        CopyChange.moveAll(group, inbox, target, origin);
        return 1;
    }

    private Map<MailboxState, String> newNames(AccountState state, MailboxState renamed) throws MailboxException {
        String below = renamed.name() + Mailbox.SEPARATOR;
        if (newName.startsWith(below)) {
            throw new MailboxException(MailboxException.Reason.CANNOT, "A mailbox cannot be moved below itself");
        }
        Map<MailboxState, String> names = new LinkedHashMap<>();
        names.put(renamed, newName);
        for (MailboxState other : state.mailboxes()) {
            if (other.name().startsWith(below)) {
                names.put(
                        other,
                        MailboxName.valid(
                                newName + other.name().substring(renamed.name().length())));
            }
        }
        List<String> taken = new ArrayList<>();
        for (MailboxState other : state.mailboxes()) {
            if (!names.containsKey(other) && names.containsValue(other.name())) {
                taken.add(other.name());
            }
        }
        if (!taken.isEmpty()) {
            throw new MailboxException(
                    MailboxException.Reason.ALREADY_EXISTS, "There is a mailbox " + taken.getFirst() + " already");
        }
        return names;
    }

    private void rename(Group group, MailboxState state, String name) throws SQLException {
        String before = state.name();
        long modSeq = group.nextModSeq(state);
        state.rename(name);
        MailboxRows.rename(group.connection(), state);
        group.rearranged(state.account());
        group.record(new LogEvent.MailboxRenamed(account, state.id(), modSeq, name));
        group.journal(account, origin, new JournalEvent.MailboxRenamed(before, name));
    }
}
