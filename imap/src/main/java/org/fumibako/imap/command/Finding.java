// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.time.Clock;
import org.fumibako.imap.search.Searcher;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SearchKey;
import org.fumibako.imap.wire.SequenceSet;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.search.TextIndex;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** What SEARCH, SORT and THREAD have in common: finding the messages. */
final class Finding {
    private final MessageStore store;
    private final TextIndex index;
    private final Clock clock;

    Finding(MessageStore store, TextIndex index, Clock clock) {
        this.store = store;
        this.index = index;
        this.clock = clock;
    }

    /** Whether a mod-sequence is looked for, which turns CONDSTORE on (RFC 7162 §3.1). */
    static boolean enableCondstore(SearchKey key, Session session) {
        boolean modSeq = key.anyMatch(SearchKey.ModSeq.class::isInstance);
        if (modSeq) {
            session.enable(Extension.CONDSTORE);
        }
        return modSeq;
    }

    /** Tells what is new, as what it finds may be, and searches; indexes in the mailbox's view, ascending. */
    int[] find(SearchKey key, Session session) throws IOException, MailboxException, SyntaxException {
        return find(key, session.mailbox(), session);
    }

    /** The same in a mailbox that need not be the selected one. */
    int[] find(SearchKey key, SelectedMailbox mailbox, Session session)
            throws IOException, MailboxException, SyntaxException {
        if (session.uidOnly() && key.anyMatch(Finding::namesNumbers)) {
            throw new SyntaxException(ResponseCode.UIDREQUIRED, "Message numbers were given up with UIDONLY");
        }
        Updates.keepNumbers(session);
        return new Searcher(store, index, mailbox).search(key, clock.instant());
    }

    private static boolean namesNumbers(SearchKey key) {
        return key instanceof SearchKey.Numbers(SequenceSet set) && !set.isSaved();
    }
}
