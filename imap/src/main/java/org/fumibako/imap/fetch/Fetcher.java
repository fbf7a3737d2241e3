// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.selected.MessageNumbers;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.selected.UpdateStyle;
import org.fumibako.imap.wire.DateTimeWriter;
import org.fumibako.imap.wire.FetchItem;
import org.fumibako.imap.wire.FetchItem.Attribute;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Flags;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageRow;
import org.fumibako.store.MessageStore;
import org.fumibako.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one FETCH over the messages that it means. */
public final class Fetcher {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    private final MessageStore store;
    private final SelectedMailbox mailbox;
    private final ClientView view;
    private final FetchOutput out;
    private final MessageView message;
    private final Renderings renderings;
    private final Rendering flags;
    private final Optional<Rendering> modSeq;
    private final UpdateStyle style;
    private BitSet marked = new BitSet();

    public Fetcher(
            MessageStore store, SelectedMailbox mailbox, List<FetchItem> items, UpdateStyle style, OutputStream sink) {
        this.store = store;
        this.mailbox = mailbox;
        this.view = mailbox.view();
        this.style = style;
        this.out = new FetchOutput(sink, style.uidOnly());
        this.message = new MessageView(content -> store.content(mailbox.account(), content));
        this.renderings = Renderings.of(items);
        DateTimeWriter dates = new DateTimeWriter();
        this.flags = SnapshotItem.FLAGS.rendering(dates);
        this.modSeq = style.modSeq() && !items.contains(Attribute.MODSEQ)
                ? Optional.of(SnapshotItem.MODSEQ.rendering(dates))
                : Optional.empty();
    }

    /**
     * Writes a response for each message.
     *
     * @param indexes in the mailbox's view, ascending
     * @return why something is missing from the responses, when it is
     */
    public Optional<ResponseCode> fetch(int[] indexes, Origin origin) throws IOException, MailboxException {
        try (message) {
            if (renderings.setsSeen() && !mailbox.readOnly() && mailbox.rights().has('s')) {
                markSeen(indexes, origin);
            }
            if (renderings.columns().isEmpty()) {
                for (int index : indexes) {
                    write(index, null);
                }
            } else {
                scan(indexes);
            }
        }
        out.drain();
        return out.problem();
    }

    /** One change of the store for the whole command; the responses then tell the new flags (RFC 9051 §6.4.5). */
    private void markSeen(int[] indexes, Origin origin) throws IOException, MailboxException {
        BitSet unseen = new BitSet();
        for (int index : indexes) {
            if (!view.isGhost(index)
                    && !view.current().flags(view.indexIn(index)).seen()) {
                unseen.set(index);
            }
        }
        if (unseen.isEmpty()) {
            return;
        }
        UidSet uids = MessageNumbers.uids(view, unseen.stream().toArray());
        store.changeFlags(
                mailbox.account(),
                mailbox.id(),
                uids,
                MessageStore.FlagChange.ADD,
                new Flags(Flags.SEEN, List.of()),
                Optional.empty(),
                origin);
        mailbox.sync(style, false, unseen::get, out.between());
        marked = unseen;
    }

    /** Rows come in UID order, as the indexes do; what has no row any more is looked at afterwards. */
    private void scan(int[] indexes) throws IOException, MailboxException {
        BitSet missing = new BitSet();
        int[] next = {0};
        store.scan(mailbox.account(), mailbox.id(), MessageNumbers.uids(view, indexes), renderings.columns(), row -> {
            while (next[0] < indexes.length && view.uid(indexes[next[0]]) < row.uid()) {
                missing.set(indexes[next[0]++]);
            }
            if (next[0] < indexes.length && view.uid(indexes[next[0]]) == row.uid()) {
                write(indexes[next[0]++], row);
            }
        });
        while (next[0] < indexes.length) {
            missing.set(indexes[next[0]++]);
        }
        for (int index = missing.nextSetBit(0); index >= 0; index = missing.nextSetBit(index + 1)) {
            writeGone(index);
        }
    }

    /** A message that was removed meanwhile: its content may still be there for a moment. */
    private void writeGone(int index) throws IOException {
        MessageRow row;
        message.moveTo(view.snapshotOf(index), view.indexIn(index), null);
        try {
            MessageSummary summary = MessageSummary.of(message.content());
            long contentId = message.snapshot().contentId(message.index());
            row = new MessageRow(
                    view.uid(index), contentId, summary.envelope(), summary.structure(), summary.preview());
        } catch (StoreException | IOException gone) {
            out.problem(ResponseCode.EXPUNGEISSUED);
            return;
        }
        write(index, row);
    }

    private void write(int index, @Nullable MessageRow row) throws IOException {
        message.moveTo(view.snapshotOf(index), view.indexIn(index), row);
        out.begin(style.uidOnly() ? view.uid(index) : index + 1L);
        try {
            for (Rendering item : renderings.items()) {
                item.render(message, out);
            }
            if (marked.get(index)) {
                tellMarked();
            }
        } catch (StoreException unreadable) {
            abandon(index, unreadable);
        }
        out.end();
    }

    private void tellMarked() throws IOException {
        if (!renderings.tellsFlags()) {
            flags.render(message, out);
        }
        if (modSeq.isPresent()) {
            modSeq.get().render(message, out);
        }
    }

    /**
     * Leaves the message out: it was removed meanwhile, or it is damaged, and then the others can still be had. Half a response
     * that has gone out cannot be taken back.
     */
    private void abandon(int index, StoreException unreadable) throws IOException {
        boolean removed = isRemoved(index);
        if (!removed && out.problem().isEmpty()) {
            LOG.error("account={} uid={} event=message-unreadable", mailbox.account(), view.uid(index), unreadable);
        }
        if (!out.abandon()) {
            throw new IOException("message became unreadable while it was sent", unreadable);
        }
        out.problem(removed ? ResponseCode.EXPUNGEISSUED : ResponseCode.UNAVAILABLE);
    }

    private boolean isRemoved(int index) {
        try {
            return view.isGhost(index)
                    || store.snapshot(mailbox.account(), mailbox.id()).indexOf(view.uid(index)) < 0;
        } catch (MailboxException mailboxGone) {
            return true;
        }
    }
}
