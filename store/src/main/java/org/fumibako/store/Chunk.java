// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.Arrays;
import java.util.List;
import org.fumibako.model.Flags;
import org.fumibako.model.UidSet;

/**
 * A stretch of a mailbox as columns, at least one message and at most {@link #MAX}. Immutable; what two chunks have in
 * common they share by column, so a change of flags copies two arrays.
 */
final class Chunk {
    static final int MAX = 1024;

    /** Heap that a message takes, about. */
    static final int MESSAGE_BYTES = 64;

    private final long[] uids;
    private final long[] contentIds;
    private final long[] threadIds;
    private final int[] sizes;
    private final long[] internalDates;
    private final long[] savedDates;
    private final Flags[] flags;
    private final long[] modSeqs;
    private final long[] createdSeqs;
    private final int firstUnseen;

    private Chunk(Chunk fixed, Flags[] flags, long[] modSeqs) {
        this.uids = fixed.uids;
        this.contentIds = fixed.contentIds;
        this.threadIds = fixed.threadIds;
        this.sizes = fixed.sizes;
        this.internalDates = fixed.internalDates;
        this.savedDates = fixed.savedDates;
        this.flags = flags;
        this.modSeqs = modSeqs;
        this.createdSeqs = fixed.createdSeqs;
        this.firstUnseen = firstUnseen(flags);
    }

    private Chunk(List<StoredMessage> messages) {
        int count = messages.size();
        uids = new long[count];
        contentIds = new long[count];
        threadIds = new long[count];
        sizes = new int[count];
        internalDates = new long[count];
        savedDates = new long[count];
        flags = new Flags[count];
        modSeqs = new long[count];
        createdSeqs = new long[count];
        for (int i = 0; i < count; i++) {
            StoredMessage message = messages.get(i);
            uids[i] = message.uid();
            contentIds[i] = message.contentId();
            threadIds[i] = message.threadId();
            sizes[i] = Math.toIntExact(message.size());
            internalDates[i] = message.internalDate();
            savedDates[i] = message.savedDate();
            flags[i] = message.flags();
            modSeqs[i] = message.modSeq();
            createdSeqs[i] = message.createdSeq();
        }
        firstUnseen = firstUnseen(flags);
    }

    /** Messages in UID order, 1 to {@link #MAX} of them. */
    static Chunk of(List<StoredMessage> messages) {
        return new Chunk(messages);
    }

    private static int firstUnseen(Flags[] flags) {
        for (int i = 0; i < flags.length; i++) {
            if (!flags[i].seen()) {
                return i;
            }
        }
        return -1;
    }

    int size() {
        return uids.length;
    }

    long uid(int i) {
        return uids[i];
    }

    long lastUid() {
        return uids[uids.length - 1];
    }

    Flags flags(int i) {
        return flags[i];
    }

    long modSeq(int i) {
        return modSeqs[i];
    }

    long createdSeq(int i) {
        return createdSeqs[i];
    }

    long messageSize(int i) {
        return sizes[i];
    }

    long internalDate(int i) {
        return internalDates[i];
    }

    long savedDate(int i) {
        return savedDates[i];
    }

    long contentId(int i) {
        return contentIds[i];
    }

    long threadId(int i) {
        return threadIds[i];
    }

    /** Index of the first message without {@code \Seen}, or -1. */
    int firstUnseen() {
        return firstUnseen;
    }

    /** As {@link Arrays#binarySearch(long[], long)}. */
    int indexOf(long uid) {
        return Arrays.binarySearch(uids, uid);
    }

    StoredMessage message(int i) {
        return new StoredMessage(
                uids[i],
                contentIds[i],
                threadIds[i],
                sizes[i],
                internalDates[i],
                savedDates[i],
                flags[i],
                modSeqs[i],
                createdSeqs[i]);
    }

    /** A copy in which flags can be changed before anybody else sees it. */
    Reflagging reflagging() {
        return new Reflagging();
    }

    /** The messages that stay when those in {@code uids} go. */
    List<StoredMessage> without(UidSet uids) {
        java.util.ArrayList<StoredMessage> rest = new java.util.ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            if (!uids.contains(this.uids[i])) {
                rest.add(message(i));
            }
        }
        return rest;
    }

    /** Collects new flags for messages of one chunk. */
    final class Reflagging {
        private final Flags[] newFlags = flags.clone();
        private final long[] newModSeqs = modSeqs.clone();

        void set(int i, Flags value, long modSeq) {
            newFlags[i] = value;
            newModSeqs[i] = modSeq;
        }

        Chunk chunk() {
            return new Chunk(Chunk.this, newFlags, newModSeqs);
        }
    }
}
