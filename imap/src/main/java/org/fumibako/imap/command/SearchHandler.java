// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MessageCommand.Search;
import org.fumibako.imap.wire.MessageCommand.SearchReturn;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxException;
import org.fumibako.store.StoreException;

/** SEARCH and UID SEARCH (RFC 9051 §6.4.4, RFC 3501 §6.4.4, RFC 4731). */
final class SearchHandler implements CommandHandler<Search> {
    private final Finding finding;

    SearchHandler(Finding finding) {
        this.finding = finding;
    }

    @Override
    public Completion handle(Search command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        boolean modSeq = Finding.enableCondstore(command.key(), session);
        int[] found = find(command, session);
        SearchAnswer answer = new SearchAnswer(session.mailbox().view(), found, command.uid(), modSeq);
        Octets line = new Octets(256);
        if (command.results().isEmpty() && !session.enabled(Extension.IMAP4REV2)) {
            answer.plain("SEARCH", line);
        } else {
            extended(answer, command.results().orElse(EnumSet.of(SearchReturn.ALL)), session, line);
        }
        line.drainTo(session.writer().octets());
        return Completion.of("Search done");
    }

    /** A search that should be kept and fails leaves nothing kept (RFC 5182 §2.1). */
    private int[] find(Search command, Session session) throws IOException, MailboxException, SyntaxException {
        boolean save = command.results().orElse(Set.of()).contains(SearchReturn.SAVE);
        try {
            return finding.find(command.key(), session);
        } catch (MailboxException | StoreException failed) {
            if (save) {
                session.mailbox().view().save(UidSet.EMPTY);
            }
            throw failed;
        }
    }

    /** SAVE alone is not answered at all (RFC 5182 §2.1). */
    static void extended(SearchAnswer answer, Set<SearchReturn> results, Session session, Octets line) {
        if (results.contains(SearchReturn.SAVE)) {
            session.mailbox().view().save(answer.saved(results));
        }
        if (!results.equals(EnumSet.of(SearchReturn.SAVE))) {
            answer.extended(session.reader().tag(), results, line);
        }
    }
}
