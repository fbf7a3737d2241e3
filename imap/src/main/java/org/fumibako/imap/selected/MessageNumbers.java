// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fumibako.imap.wire.SequenceSet;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.UidSet;

/** Which messages of a view a command means. */
public final class MessageNumbers {
    private MessageNumbers() {}

    /**
     * The indexes of the messages in a set, ascending.
     *
     * @param uid whether the set holds UIDs, of which some may not exist, or message numbers, which all must
     *     (RFC 9051 §9 {@code seq-number}); a range is cut at the last message, as long as it holds one. {@code $} means the
     *     messages found that still exist, either way
     */
    public static int[] indexes(ClientView view, SequenceSet set, boolean uid) throws SyntaxException {
        if (set.isSaved()) {
            return Arrays.stream(ofUids(view, set))
                    .filter(index -> !view.isGhost(index))
                    .toArray();
        }
        return uid ? ofUids(view, set) : ofNumbers(view, set);
    }

    /** The UIDs of messages that still exist. */
    public static UidSet uids(ClientView view, int[] indexes) {
        long[] uids = new long[indexes.length];
        int count = 0;
        for (int index : indexes) {
            if (!view.isGhost(index)) {
                uids[count++] = view.uid(index);
            }
        }
        return UidSet.of(Arrays.copyOf(uids, count));
    }

    /** Whether one of them was removed by another session. */
    public static boolean anyGone(ClientView view, int[] indexes) {
        return view.hasGhosts() && Arrays.stream(indexes).anyMatch(view::isGhost);
    }

    /** The UIDs that a set of a UID command means, {@code *} being the last one of the view. */
    public static UidSet uids(ClientView view, SequenceSet set) {
        if (set.isSaved()) {
            return view.saved();
        }
        return set.resolve(view.size() == 0 ? 0 : view.uid(view.size() - 1));
    }

    /** UIDs that hold the messages of the view with these numbers, and no others; numbers without message are left out. */
    public static UidSet uidsOfNumbers(ClientView view, SequenceSet set) {
        if (set.isSaved()) {
            return view.saved();
        }
        List<UidSet.Range> ranges = new ArrayList<>();
        for (UidSet.Range numbers : set.resolve(view.size()).ranges()) {
            if (numbers.first() <= view.size()) {
                int last = (int) Math.min(numbers.last(), view.size());
                ranges.add(new UidSet.Range(view.uid((int) numbers.first() - 1), view.uid(last - 1)));
            }
        }
        return UidSet.ofRanges(ranges);
    }

    private static int[] ofNumbers(ClientView view, SequenceSet set) throws SyntaxException {
        int size = view.size();
        if (size == 0) {
            throw new SyntaxException("The mailbox is empty");
        }
        List<UidSet.Range> ranges = set.resolve(size).ranges();
        if (ranges.getLast().first() > size) {
            throw new SyntaxException("There are only " + size + " messages");
        }
        Collector collector = new Collector(size);
        for (UidSet.Range range : ranges) {
            collector.add((int) range.first() - 1, (int) Math.min(range.last(), size));
        }
        return collector.toArray();
    }

    private static int[] ofUids(ClientView view, SequenceSet set) {
        Collector collector = new Collector(view.size());
        for (UidSet.Range range : uids(view, set).ranges()) {
            int from = place(view.indexOf(range.first()));
            int last = view.indexOf(range.last());
            collector.add(from, last >= 0 ? last + 1 : place(last));
        }
        return collector.toArray();
    }

    private static int place(int found) {
        return found >= 0 ? found : -found - 1;
    }

    /** Gathers ranges of indexes. */
    private static final class Collector {
        private final int most;
        private int[] indexes = new int[16];
        private int count;

        Collector(int most) {
            this.most = most;
        }

        void add(int from, int to) {
            int needed = count + to - from;
            if (needed > indexes.length) {
                indexes = Arrays.copyOf(indexes, Math.min(most, Math.max(needed, 2 * indexes.length)));
            }
            for (int index = from; index < to; index++) {
                indexes[count++] = index;
            }
        }

        int[] toArray() {
            return Arrays.copyOf(indexes, count);
        }
    }
}
