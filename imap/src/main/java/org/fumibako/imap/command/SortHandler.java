// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.order.Sorter;
import org.fumibako.imap.wire.MessageCommand.Sort;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** SORT and UID SORT (RFC 5256 §3), answered as SEARCH is when the client wants that (RFC 5267 §3). */
final class SortHandler implements CommandHandler<Sort> {
    private final MessageStore store;
    private final Finding finding;

    SortHandler(MessageStore store, Finding finding) {
        this.store = store;
        this.finding = finding;
    }

    @Override
    public Completion handle(Sort command, Session session) throws IOException, MailboxException, SyntaxException {
        boolean modSeq = Finding.enableCondstore(command.key(), session);
        int[] found = finding.find(command.key(), session);
        int[] sorted = new Sorter(store, session.mailbox()).sort(found, command.criteria());
        SearchAnswer answer = new SearchAnswer(session.mailbox().view(), sorted, command.uid(), modSeq);
        Octets line = new Octets(256);
        if (command.results().isEmpty()) {
            answer.plain("SORT", line);
        } else {
            SearchHandler.extended(answer, command.results().get(), session, line);
        }
        line.drainTo(session.writer().octets());
        return Completion.of("Sort done");
    }
}
