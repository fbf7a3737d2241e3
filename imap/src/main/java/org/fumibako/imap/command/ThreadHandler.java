// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.order.Threader;
import org.fumibako.imap.order.Threads;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.wire.MessageCommand.Threading;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** THREAD and UID THREAD (RFC 5256 §3). */
final class ThreadHandler implements CommandHandler<Threading> {
    private final MessageStore store;
    private final Finding finding;

    ThreadHandler(MessageStore store, Finding finding) {
        this.store = store;
        this.finding = finding;
    }

    @Override
    public Completion handle(Threading command, Session session) throws IOException, MailboxException, SyntaxException {
        Finding.enableCondstore(command.key(), session);
        int[] found = finding.find(command.key(), session);
        Threads threads = new Threader(store, session.mailbox()).thread(found, command.algorithm());
        ClientView view = session.mailbox().view();
        Octets line = new Octets(256);
        new ThreadAnswer(threads, place -> command.uid() ? view.uid(found[place]) : found[place] + 1L, line).write();
        line.drainTo(session.writer().octets());
        return Completion.of("Thread done");
    }
}
