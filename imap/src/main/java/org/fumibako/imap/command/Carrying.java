// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.Rights;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.UidSet;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;

/** Copies messages to where the store's own copy does not lead: another account, or a mailbox where not every flag may be set. */
final class Carrying {
    /** Messages at once, as for APPEND. */
    static final int MAX_MESSAGES = 1000;

    /** Octets at once: they are read and stored again, and are all kept or none. */
    static final long MAX_OCTETS = 64L << 20;

    private final MessageStore store;
    private final Origin origin;

    Carrying(MessageStore store, Origin origin) {
        this.store = store;
        this.origin = origin;
    }

    /**
     * Copies what is still there of the messages, all or nothing.
     *
     * @param rights what may be done in {@code to}
     * @param limit what the account of {@code to} may hold
     */
    MessageStore.CopyOutcome carry(SelectedMailbox from, UidSet uids, Mailbox to, Rights rights, ByteSize limit)
            throws IOException, CommandException {
        MailboxSnapshot snapshot = from.view().current();
        List<Integer> indexes = new ArrayList<>();
        long octets = 0;
        for (int index = 0; index < snapshot.size(); index++) {
            if (uids.contains(snapshot.uid(index))) {
                indexes.add(index);
                octets += snapshot.messageSize(index);
            }
        }
        if (indexes.size() > MAX_MESSAGES || octets > MAX_OCTETS) {
            throw new CommandException(
                    ResponseCode.LIMIT,
                    "Between accounts at most " + MAX_MESSAGES + " messages and " + MAX_OCTETS + " octets go at once");
        }
        List<Content> contents = new ArrayList<>();
        try {
            List<Append> appends = new ArrayList<>();
            for (int index : indexes) {
                Content content = store.content(from.account(), snapshot.contentId(index));
                contents.add(content);
                Append.Filing filing = new Append.Filing(
                        to.account(),
                        to.id(),
                        Permitted.of(snapshot.flags(index), rights),
                        Instant.ofEpochMilli(snapshot.internalDate(index)),
                        limit,
                        Optional.empty());
                appends.add(new Append(content, MessageSummary.of(content), List.of(filing), Optional.empty(), origin));
            }
            return outcome(snapshot, indexes, appends);
        } finally {
            for (Content content : contents) {
                content.close();
            }
        }
    }

    private MessageStore.CopyOutcome outcome(MailboxSnapshot snapshot, List<Integer> indexes, List<Append> appends)
            throws CommandException {
        List<Long> sources = new ArrayList<>();
        List<Long> targets = new ArrayList<>();
        long uidValidity = 0;
        if (!appends.isEmpty()) {
            List<List<Append.Outcome>> outcomes = store.append(appends, true);
            for (int i = 0; i < outcomes.size(); i++) {
                Append.Outcome.Filed filed = AppendHandler.filed(outcomes.get(i).getFirst());
                uidValidity = filed.uidValidity();
                sources.add(snapshot.uid(indexes.get(i)));
                targets.add(filed.uid());
            }
        }
        return new MessageStore.CopyOutcome(uidValidity, sources, targets);
    }
}
