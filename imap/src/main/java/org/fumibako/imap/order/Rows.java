// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.selected.MessageNumbers;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageRow;
import org.fumibako.store.MessageStore;
import org.fumibako.store.MessageStore.Column;

/** Goes through what the index holds of found messages. */
final class Rows {
    private final MessageStore store;
    private final SelectedMailbox mailbox;
    private final ClientView view;
    private final int[] found;
    private final Visitor visitor;
    private int next;

    private Rows(MessageStore store, SelectedMailbox mailbox, int[] found, Visitor visitor) {
        this.store = store;
        this.mailbox = mailbox;
        this.view = mailbox.view();
        this.found = found;
        this.visitor = visitor;
    }

    /** Takes one message: its place among the found ones, and its row, unless it has gone meanwhile. */
    interface Visitor {
        void visit(int place, Optional<MessageRow> row) throws IOException;
    }

    /**
     * Visits every message once, in order.
     *
     * @param found indexes in the mailbox's view, ascending
     */
    static void visit(MessageStore store, SelectedMailbox mailbox, int[] found, Set<Column> columns, Visitor visitor)
            throws IOException, MailboxException {
        Rows rows = new Rows(store, mailbox, found, visitor);
        if (!columns.isEmpty()) {
            rows.scan(columns);
        }
        rows.goneUpTo(found.length);
    }

    /** Rows come in UID order, as the found messages do. */
    private void scan(Set<Column> columns) throws IOException, MailboxException {
        store.scan(mailbox.account(), mailbox.id(), MessageNumbers.uids(view, found), columns, row -> {
            int place = next;
            while (place < found.length && view.uid(found[place]) < row.uid()) {
                place++;
            }
            goneUpTo(place);
            if (place < found.length && view.uid(found[place]) == row.uid()) {
                visitor.visit(place, Optional.of(row));
                next = place + 1;
            }
        });
    }

    private void goneUpTo(int place) throws IOException {
        while (next < place) {
            visitor.visit(next++, Optional.empty());
        }
    }
}
