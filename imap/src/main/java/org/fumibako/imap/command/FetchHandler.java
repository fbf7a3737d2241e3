// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fumibako.imap.fetch.Fetcher;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.selected.MessageNumbers;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.selected.UpdateStyle;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.FetchItem;
import org.fumibako.imap.wire.FetchItem.Attribute;
import org.fumibako.imap.wire.MessageCommand.Fetch;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** FETCH and UID FETCH (RFC 9051 §6.4.5, §6.4.9; RFC 7162 §3.1.4, §3.2.6). */
final class FetchHandler implements CommandHandler<Fetch> {
    private final MessageStore store;

    FetchHandler(MessageStore store) {
        this.store = store;
    }

    @Override
    public Completion handle(Fetch command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        enableCondstore(command, session);
        SelectedMailbox mailbox = session.mailbox();
        UpdateStyle style = session.updates(command.uid());
        int[] indexes = MessageNumbers.indexes(mailbox.view(), command.set(), command.uid());
        Updates.keepNumbers(session);
        if (command.modifiers().changedSince().isPresent()) {
            long since = command.modifiers().changedSince().get();
            indexes = changedSince(mailbox.view(), indexes, since);
            if (command.modifiers().vanished()) {
                vanished(command, session, since);
            }
        }
        Optional<ResponseCode> problem = new Fetcher(
                        store,
                        mailbox,
                        items(command, style),
                        style,
                        session.writer().octets())
                .fetch(indexes, session.origin());
        if (problem.isPresent()) {
            throw new CommandException(problem.get(), "Some of it could not be fetched");
        }
        return Completion.of("Fetch done");
    }

    private static void enableCondstore(Fetch command, Session session) throws SyntaxException {
        if (command.modifiers().vanished() && !(command.uid() && session.enabled(Extension.QRESYNC))) {
            throw new SyntaxException("VANISHED is for UID FETCH after ENABLE QRESYNC");
        }
        if (command.modifiers().changedSince().isPresent() || command.items().contains(Attribute.MODSEQ)) {
            session.enable(Extension.CONDSTORE);
        }
    }

    /** UID FETCH always tells UIDs (RFC 9051 §6.4.9), unless they stand there anyway; CHANGEDSINCE always mod-sequences (RFC 7162 §3.1.4.1). */
    private static List<FetchItem> items(Fetch command, UpdateStyle style) {
        List<FetchItem> items = new ArrayList<>(command.items());
        if (command.uid() && !style.uidOnly() && !items.contains(Attribute.UID)) {
            items.addFirst(Attribute.UID);
        }
        if (command.modifiers().changedSince().isPresent() && !items.contains(Attribute.MODSEQ)) {
            items.add(Attribute.MODSEQ);
        }
        return items;
    }

    private static int[] changedSince(ClientView view, int[] indexes, long modSeq) {
        return Arrays.stream(indexes)
                .filter(index -> view.snapshotOf(index).modSeq(view.indexIn(index)) > modSeq)
                .toArray();
    }

    private void vanished(Fetch command, Session session, long since) throws IOException, MailboxException {
        SelectedMailbox mailbox = session.mailbox();
        UidSet gone = store.vanished(mailbox.account(), mailbox.id(), since)
                .and(MessageNumbers.uids(mailbox.view(), command.set()));
        if (!gone.isEmpty()) {
            Octets line = new Octets(64).ascii("* VANISHED (EARLIER) ").ascii(gone.toString());
            line.crlf().drainTo(session.writer().octets());
        }
    }
}
