// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Who replied to whom: step 1 of REFERENCES (RFC 5256 §3). An <em>entry</em> is a message, or an id that some message refers to
 * although no message has it. Messages are added in the order of the mailbox.
 */
final class Lineage {
    static final int NONE = Forest.NONE;

    /**
     * Entries without a message that may be made for each message, beyond {@link #SPARE}: references to ids that nobody knows
     * cost room, and real mail has one or two a message. Ids beyond are passed over.
     */
    private static final int STRANGERS_A_MESSAGE = 4;

    private static final int SPARE = 10_000;

    private final Forest forest = new Forest();
    private final IdTable ids = new IdTable();
    private final Fingerprint fingerprint = new Fingerprint();
    private final int[] entries;
    private final long mostEntries;
    private int[] parents = new int[64];
    private int[] messages = new int[64];
    private int size;

    /** @param messages how many will be added */
    Lineage(int messages) {
        entries = new int[messages];
        mostEntries = SPARE + messages * (1L + STRANGERS_A_MESSAGE);
    }

    /**
     * Adds a message.
     *
     * @param own its ids: the first is used; none when it has no valid one
     * @param references ids, the parent last
     */
    void add(int place, List<String> own, List<String> references) {
        int entry = own.isEmpty() ? NONE : entryOf(own.getFirst());
        if (entry == NONE || messages[entry] != NONE) {
            entry = newEntry();
        }
        entries[place] = entry;
        messages[entry] = place;
        int parent = chain(references);
        if (parents[entry] != NONE) {
            forest.cut(entry);
            parents[entry] = NONE;
        }
        link(parent, entry);
    }

    /** Makes each reference the parent of the next; returns the last. */
    private int chain(List<String> references) {
        int last = NONE;
        for (String reference : references) {
            int entry = entryOf(reference);
            if (entry != NONE) {
                if (parents[entry] == NONE) {
                    link(last, entry);
                }
                last = entry;
            }
        }
        return last;
    }

    /** Links an entry without a parent, unless that would close a loop: then it is itself above the parent. */
    private void link(int parent, int entry) {
        if (parent != NONE && forest.root(parent) != entry) {
            forest.link(entry, parent);
            parents[entry] = parent;
        }
    }

    private int entryOf(String id) {
        long key = fingerprint.of(id.getBytes(StandardCharsets.UTF_8));
        int entry = ids.get(key);
        if (entry == IdTable.ABSENT && size < mostEntries) {
            entry = newEntry();
            ids.put(key, entry);
        }
        return entry;
    }

    private int newEntry() {
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, 2 * size);
            messages = Arrays.copyOf(messages, 2 * size);
        }
        parents[size] = NONE;
        messages[size] = NONE;
        size++;
        return forest.add();
    }

    int size() {
        return size;
    }

    /** The entry of a message. */
    int entry(int place) {
        return entries[place];
    }

    /** The entry above, or {@link #NONE}. */
    int parent(int entry) {
        return parents[entry];
    }

    /** The place of the entry's message, or {@link #NONE}. */
    int message(int entry) {
        return messages[entry];
    }
}
