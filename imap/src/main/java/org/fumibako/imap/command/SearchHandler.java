// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.fumibako.imap.search.Searcher;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MessageCommand.Search;
import org.fumibako.imap.wire.MessageCommand.SearchReturn;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.SearchKey;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import org.fumibako.store.StoreException;

/** SEARCH and UID SEARCH (RFC 9051 §6.4.4, RFC 3501 §6.4.4, RFC 4731). */
final class SearchHandler implements CommandHandler<Search> {
    private final MessageStore store;
    private final Clock clock;

    SearchHandler(MessageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Completion handle(Search command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        boolean modSeq = asksModSeq(command.key());
        if (modSeq) {
            session.enable(Extension.CONDSTORE);
        }
        Updates.keepNumbers(session);
        SelectedMailbox mailbox = session.mailbox();
        int[] found = find(command, mailbox);
        SearchAnswer answer = new SearchAnswer(mailbox.view(), found, command.uid(), modSeq);
        Octets line = new Octets(256);
        if (command.results().isEmpty() && !session.enabled(Extension.IMAP4REV2)) {
            answer.plain(line);
        } else {
            extended(answer, command.results().orElse(EnumSet.of(SearchReturn.ALL)), session, line);
        }
        line.drainTo(session.writer().octets());
        return Completion.of("Search done");
    }

    /** A search that should be kept and fails leaves nothing kept (RFC 5182 §2.1). */
    private int[] find(Search command, SelectedMailbox mailbox) throws IOException, MailboxException {
        Searcher searcher = new Searcher(store, mailbox);
        boolean save = command.results().orElse(Set.of()).contains(SearchReturn.SAVE);
        try {
            return searcher.search(command.key(), clock.instant());
        } catch (MailboxException | StoreException failed) {
            if (save) {
                mailbox.view().save(UidSet.EMPTY);
            }
            throw failed;
        }
    }

    /** SAVE alone is not answered at all (RFC 5182 §2.1). */
    private static void extended(SearchAnswer answer, Set<SearchReturn> results, Session session, Octets line) {
        if (results.contains(SearchReturn.SAVE)) {
            session.mailbox().view().save(answer.saved(results));
        }
        if (!results.equals(EnumSet.of(SearchReturn.SAVE))) {
            answer.extended(session.reader().tag(), results, line);
        }
    }

    private static boolean asksModSeq(SearchKey key) {
        return switch (key) {
            case SearchKey.ModSeq modSeq -> true;
            case SearchKey.And and -> and.keys().stream().anyMatch(SearchHandler::asksModSeq);
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
