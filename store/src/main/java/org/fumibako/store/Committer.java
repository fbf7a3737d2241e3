// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.fumibako.model.AccountId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that changes a volume. It takes all changes that wait, up to a bound, and commits them as one group: one
 * force of the pack and one transaction, however many they are. While it does, the next group gathers.
 */
final class Committer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    /** Keeps the time that a change waits for others bounded. */
    static final int MAX_CHANGES = 512;

    /** Keeps the memory for one write to the pack bounded. */
    static final long MAX_WEIGHT = 8L << 20;

    private final BlockingQueue<Pending<?>> waiting = new LinkedBlockingQueue<>();
    private final GroupCommit commit;
    private final Thread thread = Thread.ofPlatform().name("store-committer").unstarted(this::run);
    /** Ends the thread when it comes to it; an interrupt would close the pack under a write. */
    private final Pending<Boolean> last = new Pending<>(new Nothing());

    private volatile boolean closed;
    private boolean stopping;

    Committer(GroupCommit commit) {
        this.commit = commit;
    }

    void start() {
        thread.start();
    }

    /** Hands over a change and waits until it is on disk, or refused, or failed. */
    <R> R submit(Change<R> change) throws MailboxException {
        Pending<R> pending = new Pending<>(change);
        waiting.add(pending);
        if (closed && waiting.remove(pending)) {
            throw new StoreException("the volume is closed");
        }
        return pending.await();
    }

    private void run() {
        while (!stopping) {
            try {
                commit(gather(waiting.take()));
            } catch (InterruptedException unexpected) {
                LOG.warn("the committer was interrupted; it goes on", unexpected);
            }
        }
    }

    private List<Pending<?>> gather(Pending<?> first) {
        List<Pending<?>> group = new ArrayList<>();
        long weight = 0;
        Pending<?> next = first;
        while (next != null && next != last) {
            group.add(next);
            weight += next.change().weight();
            next = group.size() < MAX_CHANGES && weight < MAX_WEIGHT ? waiting.poll() : null;
        }
        stopping = next == last;
        return group;
    }

    private void commit(List<Pending<?>> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            commit.run(group);
            group.forEach(Pending::committed);
        } catch (GroupCommit.FailedException failed) {
            if (failed.ofOneChange() && group.size() > 1) {
                // One of them has something in it that the database cannot take; the others must not suffer.
                group.forEach(alone -> commit(List.of(alone)));
                return;
            }
            LOG.error("a group of {} changes was not committed", group.size(), failed);
            StoreException reason = new StoreException(failed.getMessage(), failed);
            group.forEach(pending -> pending.failed(reason));
        }
    }

    /** What has been handed over is still committed; what comes later fails. */
    @Override
    public void close() {
        closed = true;
        waiting.add(last);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        StoreException reason = new StoreException("the volume is closed");
        for (Pending<?> late = waiting.poll(); late != null; late = waiting.poll()) {
            late.failed(reason);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Nothing() implements Change<Boolean> {
        @Override
        public List<AccountId> accounts() {
            return List.of();
        }

        @Override
        public Boolean apply(Group group) {
            return true;
        }
    }
}
