// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.SortCriterion;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import org.fumibako.store.MessageStore.Column;

/** Sorts found messages of a selected mailbox (RFC 5256 §3). */
public final class Sorter {
    private final MessageStore store;
    private final SelectedMailbox mailbox;

    public Sorter(MessageStore store, SelectedMailbox mailbox) {
        this.store = store;
        this.mailbox = mailbox;
    }

    /**
     * The same messages, sorted. A message that has gone meanwhile is sorted as if its header were empty.
     *
     * @param found indexes in the mailbox's view, ascending
     */
    public int[] sort(int[] found, List<SortCriterion> criteria) throws IOException, MailboxException {
        List<SortValues> values = criteria.stream()
                .map(criterion -> SortValues.of(criterion.key(), found.length))
                .toList();
        fill(values, found, columns(criteria));
        Integer[] places = new Integer[found.length];
        Arrays.setAll(places, place -> place);
        // Stable: equal messages stay in the order of the mailbox.
        Arrays.sort(places, order(criteria, values));
        return Arrays.stream(places).mapToInt(place -> found[place]).toArray();
    }

    private static Set<Column> columns(List<SortCriterion> criteria) {
        boolean envelope = criteria.stream().map(SortCriterion::key).anyMatch(SortValues::needsEnvelope);
        return envelope ? EnumSet.of(Column.ENVELOPE) : EnumSet.noneOf(Column.class);
    }

    private void fill(List<SortValues> values, int[] found, Set<Column> columns) throws IOException, MailboxException {
        ClientView view = mailbox.view();
        Rows.visit(store, mailbox, found, columns, (place, row) -> {
            Optional<EnvelopeFields> envelope = row.map(there -> EnvelopeFields.of(there.envelope()));
            int index = found[place];
            for (SortValues each : values) {
                each.take(place, view.snapshotOf(index), view.indexIn(index), envelope);
            }
        });
    }

    private static Comparator<Integer> order(List<SortCriterion> criteria, List<SortValues> values) {
        Comparator<Integer> order = null;
        for (int i = 0; i < values.size(); i++) {
            Comparator<Integer> ascending = values.get(i)::compare;
            Comparator<Integer> next = criteria.get(i).reverse() ? ascending.reversed() : ascending;
            order = order == null ? next : order.thenComparing(next);
        }
        return order == null ? Comparator.naturalOrder() : order;
    }
}
