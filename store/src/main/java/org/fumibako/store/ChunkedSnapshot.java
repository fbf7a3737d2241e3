// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;

/** A snapshot as a list of chunks; a message is found by binary search over where the chunks begin. */
final class ChunkedSnapshot implements MailboxSnapshot {
    private final Head head;
    private final Chunk[] chunks;
    /** {@code starts[i]} is the index of the first message of chunk i; one more entry holds the size. */
    private final int[] starts;

    /** What a snapshot says of the mailbox as a whole. */
    record Head(MailboxId mailbox, long uidValidity, long uidNext, long highestModSeq) {
        Head at(long newUidNext, long newModSeq) {
            return new Head(mailbox, uidValidity, newUidNext, newModSeq);
        }
    }

    ChunkedSnapshot(Head head, List<Chunk> chunks) {
        this.head = head;
        this.chunks = chunks.toArray(Chunk[]::new);
        this.starts = new int[this.chunks.length + 1];
        for (int i = 0; i < this.chunks.length; i++) {
            starts[i + 1] = starts[i] + this.chunks[i].size();
        }
    }

    Head head() {
        return head;
    }

    List<Chunk> chunks() {
        return List.of(chunks);
    }

    @Override
    public MailboxId mailbox() {
        return head.mailbox();
    }

    @Override
    public long uidValidity() {
        return head.uidValidity();
    }

    @Override
    public long uidNext() {
        return head.uidNext();
    }

    @Override
    public long highestModSeq() {
        return head.highestModSeq();
    }

    @Override
    public int size() {
        return starts[chunks.length];
    }

    @Override
    public long uid(int index) {
        int chunk = chunkOf(index);
        return chunks[chunk].uid(index - starts[chunk]);
    }

    @Override
    public Flags flags(int index) {
        int chunk = chunkOf(index);
        return chunks[chunk].flags(index - starts[chunk]);
    }

    @Override
    public long createdSeq(int index) {
        int chunk = chunkOf(index);
        return chunks[chunk].createdSeq(index - starts[chunk]);
    }

    @Override
    public long modSeq(int index) {
        int chunk = chunkOf(index);
        return chunks[chunk].modSeq(index - starts[chunk]);
    }

    @Override
    public long messageSize(int index) {
        int chunk = chunkOf(index);
        return chunks[chunk].messageSize(index - starts[chunk]);
    }

    @Override
    public long internalDate(int index) {
        int chunk = chunkOf(index);
        return chunks[chunk].internalDate(index - starts[chunk]);
    }

    @Override
    public long savedDate(int index) {
        int chunk = chunkOf(index);
        return chunks[chunk].savedDate(index - starts[chunk]);
    }

    @Override
    public long contentId(int index) {
        int chunk = chunkOf(index);
        return chunks[chunk].contentId(index - starts[chunk]);
    }

    @Override
    public long threadId(int index) {
        int chunk = chunkOf(index);
        return chunks[chunk].threadId(index - starts[chunk]);
    }

    @Override
    public int indexOf(long uid) {
        int low = 0;
        int high = chunks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks[middle].lastUid() < uid) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == chunks.length) {
            return -size() - 1;
        }
        int within = chunks[low].indexOf(uid);
        return within >= 0 ? starts[low] + within : within - starts[low];
    }

    @Override
    public Optional<Integer> firstUnseen() {
        for (int i = 0; i < chunks.length; i++) {
            if (chunks[i].firstUnseen() >= 0) {
                return Optional.of(starts[i] + chunks[i].firstUnseen());
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean sharesChunk(MailboxSnapshot earlier, int index) {
        if (!(earlier instanceof ChunkedSnapshot other) || index >= other.size()) {
            return false;
        }
        int chunk = chunkOf(index);
        int theirs = other.chunkOf(index);
        return chunks[chunk] == other.chunks[theirs] && starts[chunk] == other.starts[theirs];
    }

    private int chunkOf(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("message " + index + " of " + size());
        }
        // Chunks are full except after removals, so the guess is nearly always right.
        int guess = Math.min(index / Chunk.MAX, chunks.length - 1);
        if (starts[guess] <= index && index < starts[guess + 1]) {
            return guess;
        }
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }
}
