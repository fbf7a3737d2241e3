// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.List;
import org.fumibako.model.AccountId;
import org.fumibako.model.UidSet;

/**
 * Takes messages out of a mailbox: rows, the record for VANISHED, counters, snapshots. What the pack and the journal say
 * differs between moving and deleting, and is the caller's.
 *
 * @param asked the UIDs that were read
 * @param read all messages that the mailbox has among {@code asked}
 * @param gone those of {@code read} that go; at least one
 */
record Removal(MailboxState mailbox, UidSet asked, List<StoredMessage> read, List<StoredMessage> gone) {
    /**
     * Removes them at the mailbox's next mod-sequence, which is returned.
     *
     * @param release whether the contents lose a reference of the account
     */
    long apply(Group group, boolean release) throws SQLException {
        AccountId account = mailbox.account().id();
        long modSeq = group.nextModSeq(mailbox);
        List<UidSet.Range> runs = UidRuns.of(asked, read, gone);
        for (UidSet.Range run : runs) {
            DepartedRows.insert(group.connection(), mailbox, run, modSeq, group.now());
            if (release) {
                MessageRows.delete(group.connection(), account, mailbox.id(), run, group.now());
            } else {
                MessageRows.deleteMoved(group.connection(), account, mailbox.id(), run);
            }
        }
        ExpungedRows.insert(group.connection(), account, mailbox.id(), modSeq, runs, group.now());
        group.removed(mailbox, gone, UidRuns.uids(gone));
        return modSeq;
    }
}
