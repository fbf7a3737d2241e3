// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.wire.MessageCommand.SearchReturn;
import org.fumibako.imap.wire.Octets;
import org.fumibako.model.UidSet;

/** The result of a SEARCH or SORT, as {@code * SEARCH}, {@code * SORT} or {@code * ESEARCH} tells it. */
final class SearchAnswer {
    private final ClientView view;
    private final int[] found;
    private final boolean uid;
    private final boolean modSeq;

    /**
     * @param found indexes in the view, in the order in which they are told; ascending for SEARCH
     * @param uid whether UIDs are told, not message numbers
     * @param modSeq whether a mod-sequence was searched for, so that the highest found is told (RFC 7162 §3.1.5, §3.1.6)
     */
    SearchAnswer(ClientView view, int[] found, boolean uid, boolean modSeq) {
        this.view = view;
        this.found = found;
        this.uid = uid;
        this.modSeq = modSeq;
    }

    /** RFC 3501 §7.2.5, RFC 5256 §4; {@code name} is SEARCH or SORT. */
    void plain(String name, Octets out) {
        out.ascii("* ").ascii(name);
        for (int index : found) {
            out.put(' ').number(number(index));
        }
        if (modSeq && found.length > 0) {
            out.ascii(" (MODSEQ ").number(highestModSeq(0, found.length)).put(')');
        }
        out.crlf();
    }

    /**
     * What {@code $} is from now on: the ends where only they are asked for, otherwise everything found (RFC 5182 §2.1).
     */
    UidSet saved(Set<SearchReturn> results) {
        boolean ends = results.contains(SearchReturn.MIN) || results.contains(SearchReturn.MAX);
        if (!ends || results.contains(SearchReturn.ALL) || results.contains(SearchReturn.COUNT)) {
            return UidSet.of(Arrays.stream(found).mapToLong(view::uid).toArray());
        }
        List<UidSet.Range> kept = new ArrayList<>();
        if (found.length > 0 && results.contains(SearchReturn.MIN)) {
            kept.add(new UidSet.Range(view.uid(found[0]), view.uid(found[0])));
        }
        if (found.length > 0 && results.contains(SearchReturn.MAX)) {
            long last = view.uid(found[found.length - 1]);
            kept.add(new UidSet.Range(last, last));
        }
        return UidSet.ofRanges(kept);
    }

    /** RFC 9051 §7.3.4. Nothing is told of a set that is empty, except its count. */
    void extended(String tag, Set<SearchReturn> results, Octets out) {
        out.ascii("* ESEARCH (TAG ");
        quoted(tag, out);
        out.ascii(uid ? ") UID" : ")");
        data(results, out);
        out.crlf();
    }

    /** What stands behind the correlator of {@code * ESEARCH}, with a space before each piece. */
    void data(Set<SearchReturn> results, Octets out) {
        int last = found.length - 1;
        if (found.length > 0 && results.contains(SearchReturn.MIN)) {
            out.ascii(" MIN ").number(number(found[0]));
        }
        if (found.length > 0 && results.contains(SearchReturn.MAX)) {
            out.ascii(" MAX ").number(number(found[last]));
        }
        if (results.contains(SearchReturn.COUNT)) {
            out.ascii(" COUNT ").number(found.length);
        }
        if (found.length > 0 && results.contains(SearchReturn.ALL)) {
            all(out.ascii(" ALL "));
        }
        if (modSeq && found.length > 0) {
            out.ascii(" MODSEQ ").number(modSeq(results));
        }
    }

    /** Where only the ends are asked for, theirs; otherwise that of all that was found (RFC 4731 §3.2). */
    private long modSeq(Set<SearchReturn> results) {
        if (results.contains(SearchReturn.ALL) || results.contains(SearchReturn.COUNT)) {
            return highestModSeq(0, found.length);
        }
        long first = results.contains(SearchReturn.MIN) ? highestModSeq(0, 1) : 0;
        long last = results.contains(SearchReturn.MAX) ? highestModSeq(found.length - 1, found.length) : 0;
        return Math.max(first, last);
    }

    private long highestModSeq(int from, int to) {
        long highest = 0;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, view.snapshotOf(found[i]).modSeq(view.indexIn(found[i])));
        }
        return highest;
    }

    private long number(int index) {
        return uid ? view.uid(index) : index + 1L;
    }

    /** In order: a range stands only for numbers that rise one by one (RFC 5267 §3.2). */
    private void all(Octets out) {
        for (int i = 0; i < found.length; i++) {
            long first = number(found[i]);
            long last = first;
            out.ascii(i > 0 ? "," : "").number(first);
            while (i + 1 < found.length && number(found[i + 1]) == last + 1) {
                last++;
                i++;
            }
            if (last != first) {
                out.put(':').number(last);
            }
        }
    }

    private static void quoted(String tag, Octets out) {
        out.put('"');
        for (int i = 0; i < tag.length(); i++) {
            if (tag.charAt(i) == '"' || tag.charAt(i) == '\\') {
                out.put('\\');
            }
            out.put(tag.charAt(i));
        }
        out.put('"');
    }
}
