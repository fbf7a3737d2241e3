// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.model.Flags;
import org.fumibako.model.UidSet;

/** Makes a snapshot from rows, or the next one from the last and what happened since. One thread's. */
final class SnapshotBuilder {
    private final List<Chunk> chunks = new ArrayList<>();
    /** Messages after the last chunk, fewer than fill one. */
    private List<StoredMessage> tail = new ArrayList<>();

    SnapshotBuilder() {}

    SnapshotBuilder(ChunkedSnapshot from) {
        chunks.addAll(from.chunks());
    }

    /** Adds a message with a UID above all others. */
    void add(StoredMessage message) {
        if (tail.isEmpty() && !chunks.isEmpty() && chunks.getLast().size() < Chunk.MAX) {
            tail = chunks.removeLast().without(UidSet.EMPTY);
        }
        tail.add(message);
        if (tail.size() == Chunk.MAX) {
            seal();
        }
    }

    void apply(MailboxDelta delta) {
        for (MailboxDelta.Step step : delta.steps()) {
            switch (step) {
                case MailboxDelta.Step.Added(StoredMessage message) -> add(message);
                case MailboxDelta.Step.Flagged(long[] uids, Flags[] flags, long modSeq) -> reflag(uids, flags, modSeq);
                case MailboxDelta.Step.Removed(UidSet uids) -> remove(uids);
            }
        }
    }

    private void reflag(long[] uids, Flags[] flags, long modSeq) {
        seal();
        int next = 0;
        for (int c = 0; c < chunks.size() && next < uids.length; c++) {
            Chunk chunk = chunks.get(c);
            if (uids[next] > chunk.lastUid()) {
                continue;
            }
            Chunk.Reflagging copy = chunk.reflagging();
            while (next < uids.length && uids[next] <= chunk.lastUid()) {
                int index = chunk.indexOf(uids[next]);
                if (index >= 0) {
                    copy.set(index, flags[next], modSeq);
                }
                next++;
            }
            chunks.set(c, copy.chunk());
        }
    }

    private void remove(UidSet uids) {
        seal();
        UidSet.Range span = MessageRows.span(uids);
        for (int c = 0; c < chunks.size(); c++) {
            Chunk chunk = chunks.get(c);
            if (chunk.lastUid() < span.first() || chunk.uid(0) > span.last()) {
                continue;
            }
            List<StoredMessage> rest = chunk.without(uids);
            if (rest.isEmpty()) {
                chunks.remove(c--);
            } else if (rest.size() < chunk.size()) {
                chunks.set(c, Chunk.of(rest));
            }
        }
    }

    private void seal() {
        if (!tail.isEmpty()) {
            chunks.add(Chunk.of(tail));
            tail = new ArrayList<>();
        }
    }

    ChunkedSnapshot build(ChunkedSnapshot.Head head) {
        seal();
        if (sparse()) {
            pack();
        }
        return new ChunkedSnapshot(head, chunks);
    }

    /** After many removals chunks are small; more than twice as many as needed are packed anew. */
    private boolean sparse() {
        int messages = chunks.stream().mapToInt(Chunk::size).sum();
        return chunks.size() > 2 * (messages / Chunk.MAX + 1);
    }

    private void pack() {
        List<Chunk> old = List.copyOf(chunks);
        chunks.clear();
        for (Chunk chunk : old) {
            for (int i = 0; i < chunk.size(); i++) {
                add(chunk.message(i));
            }
        }
        seal();
    }
}
