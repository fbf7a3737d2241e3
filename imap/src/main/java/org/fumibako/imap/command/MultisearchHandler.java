// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.ImapWriter;
import org.fumibako.imap.wire.MailboxCommand.Multisearch;
import org.fumibako.imap.wire.MailboxCommand.SearchSource;
import org.fumibako.imap.wire.MessageCommand.SearchReturn;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** ESEARCH (RFC 7377 §2): one answer for each mailbox that has what is looked for. */
final class MultisearchHandler implements CommandHandler<Multisearch> {
    private final MessageStore store;
    private final SharedNames shared;
    private final Finding finding;

    MultisearchHandler(MessageStore store, SharedNames shared, Finding finding) {
        this.store = store;
        this.shared = shared;
        this.finding = finding;
    }

    @Override
    public Completion handle(Multisearch command, Session session)
            throws IOException, MailboxException, SyntaxException {
        SearchScope scope = scope(command, session);
        boolean modSeq = Finding.enableCondstore(command.key(), session);
        List<Mailbox> mailboxes =
                new ArrayList<>(store.mailboxes(session.account().id()));
        shared.all(session.account()).stream()
                .filter(found -> found.rights().has('r'))
                .forEach(found -> mailboxes.add(found.mailbox()));
        for (Mailbox mailbox : mailboxes) {
            if (scope.includes(mailbox)) {
                search(command, mailbox, modSeq, session);
            }
        }
        return Completion.of("Search done");
    }

    private SearchScope scope(Multisearch command, Session session) throws SyntaxException {
        boolean inSelected = command.sources().contains(SearchSource.Group.SELECTED);
        if (inSelected && session.selected().isEmpty()) {
            throw new SyntaxException("Select a mailbox first");
        }
        Set<MailboxId> selected = inSelected ? Set.of(session.mailbox().id()) : Set.of();
        return new SearchScope(
                command.sources(),
                selected,
                store.subscriptions(session.account().id()));
    }

    private void search(Multisearch command, Mailbox mailbox, boolean modSeq, Session session)
            throws IOException, MailboxException, SyntaxException {
        SelectedMailbox searched = opened(mailbox, session);
        int[] found = finding.find(command.key(), searched, session);
        SearchAnswer answer = new SearchAnswer(searched.view(), found, true, modSeq);
        if (command.results().contains(SearchReturn.SAVE)) {
            searched.view().save(answer.saved(command.results()));
        }
        if (found.length > 0 && !command.results().equals(Set.of(SearchReturn.SAVE))) {
            ImapWriter writer = session.writer();
            writer.untagged("ESEARCH (TAG ").string(session.reader().tag()).raw(" MAILBOX ");
            writer.mailbox(mailbox.name()).raw(" UIDVALIDITY ").number(mailbox.uidValidity());
            writer.raw(") UID");
            Octets data = new Octets(128);
            answer.data(command.results(), data);
            data.crlf().drainTo(writer.octets());
        }
    }

    /** The selected mailbox as its client knows it, another as it is. */
    private SelectedMailbox opened(Mailbox mailbox, Session session) throws MailboxException {
        if (session.selected().isPresent() && session.mailbox().id().equals(mailbox.id())) {
            return session.mailbox();
        }
        AccountId account = mailbox.account();
        return new SelectedMailbox(store, account, store.snapshot(account, mailbox.id()), true);
    }
}
