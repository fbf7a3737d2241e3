// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.pack.PackName;

/** The rows of one group that {@link Redo} writes again, in its transaction. */
final class RedoGroup {
    private final Connection tx;
    private final Accounts accounts;
    private final FlagPool flags;
    private final List<MessageRows.Placed> messages = new ArrayList<>();
    private final List<LogEvent.Queued> queued = new ArrayList<>();
    private final Set<MailboxState> touched = new LinkedHashSet<>();

    RedoGroup(Connection tx, Accounts accounts, FlagPool flags) {
        this.tx = tx;
        this.accounts = accounts;
        this.flags = flags;
    }

    /** A record does not follow from what the index has. */
    static final class ContradictionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ContradictionException(String message) {
            super(message);
        }
    }

    void filed(LogEvent.Filed filed, ContentRows.NewContent content) throws SQLException {
        if (filed.soloPack() != 0) {
            PackRows.insert(tx, new PackRows.Entry(new PackName(filed.soloPack(), 0), true, true, content.length(), 0));
        }
        for (LogEvent.Filing filing : filed.filings()) {
            MailboxState mailbox = accounts.get(tx, filing.account())
                    .flatMap(account -> account.mailbox(filing.mailbox()))
                    .orElseThrow(() -> new ContradictionException("no mailbox for " + filing));
            if (mailbox.nextModSeq() != filing.modSeq() || mailbox.nextUid() != filing.uid()) {
                throw new ContradictionException("the index would not number it so: " + filing);
            }
            StoredMessage message = new StoredMessage(
                    filing.uid(),
                    filed.contentId(),
                    content.threadId(),
                    filed.size(),
                    filing.internalDate(),
                    filing.savedDate(),
                    flags.of(filing.flags()),
                    filing.modSeq());
            mailbox.added(message);
            touched.add(mailbox);
            messages.add(new MessageRows.Placed(filing.account(), filing.mailbox(), message));
        }
    }

    void queued(LogEvent.Queued record) {
        queued.add(record);
    }

    void finish() throws SQLException {
        MessageRows.insert(tx, messages);
        MailboxRows.update(tx, touched);
        for (LogEvent.Queued record : queued) {
            QueueReplay.queued(tx, record);
        }
    }
}
