// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.store.pack.LogEvent;

/** Shares a mailbox, or ends that. Answers whether it was not so already. */
record ShareChange(Shares.Share share, String words, Origin origin) implements Change<Boolean> {
    @Override
    public List<AccountId> accounts() {
        return List.of(share.owner(), share.reader());
    }

    @Override
    public Boolean apply(Group group) throws MailboxException, SQLException {
        AccountState owner = group.required(share.owner());
        owner.required(share.mailbox());
        AccountState reader = group.required(share.reader());
        List<Shares.Share> before = ShareRows.of(group.connection(), share.owner()).stream()
                .filter(known -> known.mailbox().equals(share.mailbox()))
                .toList();
        Optional<Shares.Share> own = before.stream()
                .filter(known -> known.reader().equals(share.reader()))
                .findFirst();
        if (own.map(Shares.Share::rights).orElse("").equals(share.rights())) {
            return false;
        }
        if (own.isEmpty() && before.size() >= Shares.MAX_READERS) {
            throw new MailboxException(
                    MailboxException.Reason.LIMIT, "A mailbox can be shared with " + Shares.MAX_READERS + " accounts");
        }
        write(group, owner.nextModSeq());
        group.changed(owner);
        group.rearranged(owner);
        group.rearranged(reader);
        group.journal(share.owner(), origin, new JournalEvent.SettingChanged(words));
        return true;
    }

    private void write(Group group, long modSeq) throws SQLException {
        Annotation.Name name =
                new Annotation.Name(Optional.of(share.mailbox()), Optional.of(share.reader()), ShareRows.ENTRY);
        Optional<byte[]> value =
                Optional.of(share.rights().getBytes(StandardCharsets.US_ASCII)).filter(letters -> letters.length > 0);
        AnnotationRows.set(group.connection(), share.owner(), new Annotation.Change(name, value), modSeq);
        group.record(new LogEvent.Annotated(share.owner(), name.mailbox(), name.reader(), modSeq, name.entry(), value));
    }
}
