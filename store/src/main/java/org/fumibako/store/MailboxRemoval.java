// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.UidSet;

/** Removes a mailbox with all that is in it, within a change. What the pack says of it is the caller's. */
final class MailboxRemoval {
    private static final UidSet.Range ALL = new UidSet.Range(1, UidSet.MAX_UID);

    private MailboxRemoval() {}

    /** @param modSeq when it goes */
    static void remove(Group group, MailboxState mailbox, long modSeq, Origin origin) throws SQLException {
        AccountId account = mailbox.account().id();
        MessageRows.read(
                group.connection(),
                account,
                mailbox.id(),
                UidSet.ALL,
                group.flagPool(),
                message -> group.journal(
                        account, origin, new JournalEvent.Deleted(message.contentId(), mailbox.name(), message.uid())));
        long messages = mailbox.counts().messages();
        group.journal(account, origin, new JournalEvent.MailboxDeleted(mailbox.name(), messages));
        DepartedRows.insert(group.connection(), mailbox, ALL, modSeq, group.now());
        DepartedRows.insert(group.connection(), mailbox, modSeq, group.now());
        MessageRows.delete(group.connection(), account, mailbox.id(), ALL, group.now());
        ExpungedRows.deleteAll(group.connection(), account, mailbox.id());
        AnnotationRows.deleteAll(group.connection(), account, mailbox.id());
        MailboxRows.delete(group.connection(), account, mailbox.id());
        mailbox.account().remove(mailbox);
        group.dropped(mailbox);
    }
}
