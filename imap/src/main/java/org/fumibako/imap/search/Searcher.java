// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.io.IOException;
import java.time.Instant;
import java.util.BitSet;
import java.util.Set;
import org.fumibako.imap.fetch.MessageView;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.selected.MessageNumbers;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.SearchKey;
import org.fumibako.search.TextIndex;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import org.fumibako.store.MessageStore.Column;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the messages of a selected mailbox that match a key. */
public final class Searcher {
    private static final Logger LOG = LoggerFactory.getLogger(Searcher.class);

    private final MessageStore store;
    private final TextIndex index;
    private final SelectedMailbox mailbox;
    private final ClientView view;

    /** @param index is asked first where texts are */
    public Searcher(MessageStore store, TextIndex index, SelectedMailbox mailbox) {
        this.store = store;
        this.index = index;
        this.mailbox = mailbox;
        this.view = mailbox.view();
    }

    /**
     * The indexes of matching messages in the mailbox's view, ascending. A message that another session removed can match only
     * by what the snapshot holds.
     *
     * @param now what YOUNGER and OLDER count from
     */
    public int[] search(SearchKey key, Instant now) throws IOException, MailboxException {
        Criterion criterion = new Compiler(view, now, new Words(index, mailbox.account())).compile(key);
        BitSet matching = new BitSet();
        BitSet undecided = new BitSet();
        for (int index = 0; index < view.size(); index++) {
            switch (criterion.glance(view.snapshotOf(index), view.indexIn(index))) {
                case YES -> matching.set(index);
                case UNKNOWN -> undecided.set(index);
                case NO -> {}
            }
        }
        if (!undecided.isEmpty()) {
            look(criterion, undecided, matching);
        }
        return matching.stream().toArray();
    }

    private void look(Criterion criterion, BitSet undecided, BitSet matching) throws IOException, MailboxException {
        Set<Column> columns = switch (criterion.cost()) {
            case SNAPSHOT, ENVELOPE, HEADER -> Set.of(Column.ENVELOPE);
            case BODY -> Set.of(Column.ENVELOPE, Column.STRUCTURE);
        };
        int[] indexes = undecided.stream().toArray();
        MessageView opened = new MessageView(content -> store.content(mailbox.account(), content));
        try (SearchedMessage message = new SearchedMessage(opened)) {
            store.scan(mailbox.account(), mailbox.id(), MessageNumbers.uids(view, indexes), columns, row -> {
                int index = view.indexOf(row.uid());
                if (index >= 0 && !view.isGhost(index)) {
                    message.moveTo(view.current(), view.indexIn(index), row);
                    if (matches(criterion, message)) {
                        matching.set(index);
                    }
                }
            });
        }
    }

    /** A message that was removed while the search ran does not match, nor does one that cannot be read. */
    private boolean matches(Criterion criterion, SearchedMessage message) {
        try {
            return criterion.matches(message);
        } catch (StoreException | IOException unreadable) {
            if (!isRemoved(message)) {
                long uid = message.snapshot().uid(message.index());
                LOG.error("account={} uid={} event=message-unreadable", mailbox.account(), uid, unreadable);
            }
            return false;
        }
    }

    private boolean isRemoved(SearchedMessage message) {
        long uid = message.snapshot().uid(message.index());
        try {
            return store.snapshot(mailbox.account(), mailbox.id()).indexOf(uid) < 0;
        } catch (MailboxException mailboxGone) {
            return true;
        }
    }
}
