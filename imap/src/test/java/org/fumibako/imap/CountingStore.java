// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** A store that counts how often messages are opened, the index is scanned and flags are changed. */
final class CountingStore extends ForwardingStore {
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger scans = new AtomicInteger();
    private final AtomicInteger flagChanges = new AtomicInteger();

    CountingStore(MessageStore store) {
        super(store);
    }

    int opened() {
        return opened.get();
    }

    int scans() {
        return scans.get();
    }

    int flagChanges() {
        return flagChanges.get();
    }

    @Override
    public Content content(AccountId account, long contentId) {
        opened.incrementAndGet();
        return super.content(account, contentId);
    }

    @Override
    public void scan(AccountId account, MailboxId mailbox, UidSet uids, Set<Column> columns, RowReader reader)
            throws MailboxException, IOException {
        scans.incrementAndGet();
        super.scan(account, mailbox, uids, columns, reader);
    }

    @Override
    public FlagOutcome changeFlags(
            AccountId account,
            MailboxId mailbox,
            UidSet uids,
            FlagChange change,
            Flags flags,
            Optional<Long> unchangedSince,
            Origin origin)
            throws MailboxException {
        flagChanges.incrementAndGet();
        return super.changeFlags(account, mailbox, uids, change, flags, unchangedSince, origin);
    }
}
