// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Makes threads of a lineage: steps 2 to 6 of REFERENCES (RFC 5256 §3). Linear but for sorting, without recursion. */
final class ReferenceThreads {
    private static final int NONE = Threads.NONE;

    private final Lineage lineage;
    private final Traits traits;
    private final int messages;
    private final int[] parent;
    private int[] mergedInto;
    private int nodes;

    private ReferenceThreads(Lineage lineage, Traits traits) {
        this.lineage = lineage;
        this.traits = traits;
        this.messages = traits.messages();
        this.parent = new int[messages];
        this.mergedInto = new int[16];
        this.nodes = messages;
    }

    static Threads of(Lineage lineage, Traits traits) {
        ReferenceThreads threads = new ReferenceThreads(lineage, traits);
        int[] order = traits.bySentDate();
        threads.prune();
        threads.mergeSubjects(order);
        return new Threads(threads.parent, threads.nodes, order);
    }

    /**
     * Steps 2 and 3. A message's parent is the nearest message above it; messages that have none above them, but a common
     * entry, stay together under a dummy.
     */
    private void prune() {
        int[] nearest = new int[lineage.size()];
        Arrays.fill(nearest, NONE);
        for (int place = 0; place < messages; place++) {
            int above = lineage.parent(lineage.entry(place));
            parent[place] = above == Lineage.NONE ? NONE : nearest(above, nearest);
        }
        int[] children = new int[nodes - messages];
        for (int place = 0; place < messages; place++) {
            if (isDummy(parent[place])) {
                children[parent[place] - messages]++;
            }
        }
        for (int place = 0; place < messages; place++) {
            if (isDummy(parent[place]) && children[parent[place] - messages] == 1) {
                parent[place] = NONE;
            }
        }
    }

    /** The first message from an entry upwards, or the dummy at the top; every entry on the way learns it too. */
    private int nearest(int entry, int[] nearest) {
        int at = entry;
        while (nearest[at] == NONE && lineage.message(at) == Lineage.NONE && lineage.parent(at) != Lineage.NONE) {
            at = lineage.parent(at);
        }
        int found = nearest[at];
        if (found == NONE) {
            found = lineage.message(at) == Lineage.NONE ? newDummy() : lineage.message(at);
            nearest[at] = found;
        }
        for (int below = entry; below != at; below = lineage.parent(below)) {
            nearest[below] = found;
        }
        return found;
    }

    /** Step 5: threads with the same subject are one, even where no reference says so. */
    private void mergeSubjects(int[] order) {
        int[] tops = new int[messages];
        int[] leads = new int[messages];
        int count = tops(order, tops, leads);
        Map<Long, Integer> table = new HashMap<>();
        for (int i = 0; i < count; i++) {
            if (traits.subject(leads[i]) != Fingerprint.EMPTY) {
                table.merge(traits.subject(leads[i]), tops[i], this::better);
            }
        }
        for (int i = 0; i < count; i++) {
            Integer chosen = table.get(traits.subject(leads[i]));
            if (chosen != null && chosen != tops[i]) {
                table.put(traits.subject(leads[i]), merge(tops[i], chosen));
            }
        }
        for (int place = 0; place < messages; place++) {
            if (isDummy(parent[place])) {
                parent[place] = mergedInto[parent[place] - messages];
            }
        }
    }

    /** Step 4: the tops of threads by sent date, and of each the message whose date and subject count. */
    private int tops(int[] order, int[] tops, int[] leads) {
        BitSet seen = new BitSet();
        int count = 0;
        for (int place : order) {
            boolean firstOfDummy = isDummy(parent[place]) && !seen.get(parent[place] - messages);
            if (firstOfDummy) {
                seen.set(parent[place] - messages);
            }
            if (firstOfDummy || parent[place] == NONE) {
                tops[count] = firstOfDummy ? parent[place] : place;
                leads[count++] = place;
            }
        }
        return count;
    }

    /** Step 5.B.iv: which of two tops with the same subject stands in the table. */
    private int better(int known, int other) {
        boolean replaces = isDummy(other) || (traits.isDerived(known) && !traits.isDerived(other));
        return !isDummy(known) && replaces ? other : known;
    }

    /** Step 5.C.iv; returns what stands in the table from now on. A message is in the table only when no dummy could be. */
    private int merge(int current, int chosen) {
        if (isDummy(chosen) && isDummy(current)) {
            mergedInto[current - messages] = chosen;
            return chosen;
        }
        if (isDummy(chosen) || (traits.isDerived(current) && !traits.isDerived(chosen))) {
            parent[current] = chosen;
            return chosen;
        }
        int dummy = newDummy();
        parent[current] = dummy;
        parent[chosen] = dummy;
        return dummy;
    }

    private int newDummy() {
        int dummy = nodes - messages;
        if (dummy == mergedInto.length) {
            mergedInto = Arrays.copyOf(mergedInto, 2 * dummy);
        }
        mergedInto[dummy] = nodes;
        return nodes++;
    }

    private boolean isDummy(int node) {
        return node >= messages;
    }
}
