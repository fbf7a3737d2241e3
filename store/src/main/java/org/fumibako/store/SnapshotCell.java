// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of one mailbox and what has been committed since. The committer adds what it did and never waits for
 * a reader; the next reader brings the snapshot forward, or reads it anew when what was added does not follow on from it.
 */
final class SnapshotCell {
    /** Messages' worth of changes that are kept for a reader; beyond, reading anew is cheaper. */
    static final int MAX_WAITING = 4096;

    private final Object waitingLock = new Object();
    private List<MailboxDelta> waiting = new ArrayList<>();
    private int weight;
    private boolean lost;
    private volatile boolean behind;
    private volatile @Nullable ChunkedSnapshot current;

    /** Reads the mailbox from the index. */
    interface Loader {
        ChunkedSnapshot load() throws MailboxException;
    }

    /** Committer: the mailbox changed. */
    void publish(MailboxDelta delta) {
        synchronized (waitingLock) {
            weight += delta.weight();
            lost |= weight > MAX_WAITING;
            if (lost) {
                waiting.clear();
            } else {
                waiting.add(delta);
            }
            behind = true;
        }
    }

    /** Everything published before the call is in it. */
    ChunkedSnapshot get(Loader loader) throws MailboxException {
        ChunkedSnapshot latest = current;
        return latest != null && !behind ? latest : advance(loader);
    }

    int size() {
        ChunkedSnapshot latest = current;
        return latest == null ? 0 : latest.size();
    }

    private synchronized ChunkedSnapshot advance(Loader loader) throws MailboxException {
        ChunkedSnapshot next = follow(current, take());
        if (next == null) {
            // What is committed from here on waits in the cell; some of it may be in what is read already.
            ChunkedSnapshot loaded = loader.load();
            next = follow(loaded, take());
            next = next == null ? loader.load() : next;
        }
        synchronized (waitingLock) {
            current = next;
            behind = lost || !waiting.isEmpty();
        }
        return next;
    }

    /** What was published since the last call; null when it was too much to keep. */
    private @Nullable List<MailboxDelta> take() {
        synchronized (waitingLock) {
            List<MailboxDelta> taken = lost ? null : waiting;
            waiting = new ArrayList<>();
            weight = 0;
            lost = false;
            return taken;
        }
    }

    /** The snapshot after {@code deltas}; null when they do not follow on from it. */
    private static @Nullable ChunkedSnapshot follow(
            @Nullable ChunkedSnapshot from, @Nullable List<MailboxDelta> deltas) {
        if (from == null || deltas == null) {
            return null;
        }
        SnapshotBuilder builder = new SnapshotBuilder(from);
        ChunkedSnapshot.Head head = from.head();
        for (MailboxDelta delta : deltas) {
            if (delta.toModSeq() <= head.highestModSeq()) {
                continue;
            }
            if (delta.fromModSeq() != head.highestModSeq()) {
                return null;
            }
            builder.apply(delta);
            head = head.at(delta.uidNext(), delta.toModSeq());
        }
        return head.equals(from.head()) ? from : builder.build(head);
    }
}
