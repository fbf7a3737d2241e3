// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.time.Clock;
import org.fumibako.imap.search.Searcher;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.SearchKey;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** What SEARCH, SORT and THREAD have in common: finding the messages. */
final class Finding {
    private final MessageStore store;
    private final Clock clock;

    Finding(MessageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether a mod-sequence is looked for, which turns CONDSTORE on (RFC 7162 §3.1). */
    static boolean enableCondstore(SearchKey key, Session session) {
        boolean modSeq = asksModSeq(key);
        if (modSeq) {
            session.enable(Extension.CONDSTORE);
        }
        return modSeq;
    }

    /** Tells what is new, as what it finds may be, and searches; indexes in the mailbox's view, ascending. */
    int[] find(SearchKey key, Session session) throws IOException, MailboxException {
        Updates.keepNumbers(session);
        SelectedMailbox mailbox = session.mailbox();
        return new Searcher(store, mailbox).search(key, clock.instant());
    }

    private static boolean asksModSeq(SearchKey key) {
        return switch (key) {
            case SearchKey.ModSeq modSeq -> true;
            case SearchKey.And and -> and.keys().stream().anyMatch(Finding::asksModSeq);
            case SearchKey.Or or -> asksModSeq(or.first()) || asksModSeq(or.second());
            case SearchKey.Not not -> asksModSeq(not.key());
            case SearchKey.All _,
                    SearchKey.SystemFlag _,
                    SearchKey.Keyword _,
                    SearchKey.Header _,
                    SearchKey.Body _,
                    SearchKey.Text _,
                    SearchKey.InternalDate _,
                    SearchKey.SentDate _,
                    SearchKey.SavedDate _,
                    SearchKey.Larger _,
                    SearchKey.Smaller _,
                    SearchKey.Younger _,
                    SearchKey.Older _,
                    SearchKey.Numbers _,
                    SearchKey.Uids _,
                    SearchKey.EmailId _,
                    SearchKey.ThreadId _ -> false;
        };
    }
}
