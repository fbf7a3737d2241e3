// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.MessageCommand.ThreadAlgorithm;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.mime.MessageIds;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageRow;
import org.fumibako.store.MessageStore;
import org.fumibako.store.MessageStore.Column;
import org.fumibako.store.StoreException;

/** Gathers found messages of a selected mailbox into threads (RFC 5256 §3). */
public final class Threader {
    private final MessageStore store;
    private final SelectedMailbox mailbox;
    private final ClientView view;

    public Threader(MessageStore store, SelectedMailbox mailbox) {
        this.store = store;
        this.mailbox = mailbox;
        this.view = mailbox.view();
    }

    /**
     * The threads of the messages; a message's place is its place in {@code found}. A message that has gone meanwhile is a thread
     * as if its header were empty.
     *
     * @param found indexes in the mailbox's view, ascending
     */
    public Threads thread(int[] found, ThreadAlgorithm algorithm) throws IOException, MailboxException {
        return switch (algorithm) {
            case ORDEREDSUBJECT -> bySubject(found);
            case REFERENCES -> byReferences(found);
        };
    }

    private Threads bySubject(int[] found) throws IOException, MailboxException {
        Traits traits = new Traits(found.length);
        Rows.visit(store, mailbox, found, EnumSet.of(Column.ENVELOPE), (place, row) -> {
            Optional<EnvelopeFields> envelope = row.map(there -> EnvelopeFields.of(there.envelope()));
            traits.take(place, envelope, internalDate(found[place]));
        });
        return SubjectThreads.of(traits);
    }

    private Threads byReferences(int[] found) throws IOException, MailboxException {
        Traits traits = new Traits(found.length);
        Lineage lineage = new Lineage(found.length);
        Rows.visit(store, mailbox, found, EnumSet.of(Column.ENVELOPE, Column.REFERENCE_IDS), (place, row) -> {
            Optional<EnvelopeFields> envelope = row.map(there -> EnvelopeFields.of(there.envelope()));
            traits.take(place, envelope, internalDate(found[place]));
            lineage.add(place, ownId(envelope), row.map(this::references).orElse(List.of()));
        });
        return ReferenceThreads.of(lineage, traits);
    }

    private long internalDate(int index) {
        return view.snapshotOf(index).internalDate(view.indexIn(index));
    }

    static List<String> ownId(Optional<EnvelopeFields> envelope) {
        return envelope.flatMap(fields -> fields.field("Message-ID"))
                .map(value -> MessageIds.all(value, 1))
                .orElse(List.of());
    }

    private List<String> references(MessageRow row) {
        return ids(row.references().orElseGet(() -> referencesInHeader(row.contentId())));
    }

    /** Takes the references of a summary apart. */
    static List<String> ids(String references) {
        return references.isEmpty() ? List.of() : List.of(references.split(" ", -1));
    }

    /** Of a message that was stored when the index did not keep them. */
    private String referencesInHeader(long contentId) {
        try (Content content = store.content(mailbox.account(), contentId)) {
            return MessageSummary.of(content).references();
        } catch (StoreException | IOException unreadable) {
            return "";
        }
    }
}
