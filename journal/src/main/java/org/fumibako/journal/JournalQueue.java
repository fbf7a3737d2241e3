// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.fumibako.journal.JournalTable.Stamped;

/**
 * Rows between the sessions that record them and the thread that writes them. Adding never waits: when {@link #CAPACITY} rows
 * are here, further ones are counted and dropped.
 */
final class JournalQueue {
    /** Rows held, some 10 MB: at 5,000 refusals a second, four seconds of a disk that does not answer. */
    static final int CAPACITY = 20_000;

    /** Rows in one transaction. */
    static final int BATCH = 1_000;

    /** How long the first row of a batch waits for company. */
    static final long LINGER_MILLIS = 200;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition settledMore = lock.newCondition();
    private final ArrayDeque<Stamped> rows = new ArrayDeque<>();
    private long added;
    private long settled;
    private long dropped;
    private int hurried;
    private boolean closed;

    /** Returns whether there was room. */
    boolean add(Stamped row) {
        lock.lock();
        try {
            if (closed || rows.size() == CAPACITY) {
                dropped++;
                return false;
            }
            rows.add(row);
            added++;
            if (rows.size() == 1 || rows.size() == BATCH) {
                wanted.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next rows to write, at most {@link #BATCH}; waits for them. Empty when the queue is closed and empty. */
    List<Stamped> take() throws InterruptedException {
        lock.lock();
        try {
            while (rows.isEmpty() && !closed) {
                wanted.await();
            }
            long linger = TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
            while (rows.size() < BATCH && hurried == 0 && !closed && linger > 0) {
                linger = wanted.awaitNanos(linger);
            }
            List<Stamped> batch = new ArrayList<>();
            while (batch.size() < BATCH && !rows.isEmpty()) {
                batch.add(rows.remove());
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Says that {@code count} rows that were taken are written, or given up. */
    void settle(int count) {
        lock.lock();
        try {
            settled += count;
            settledMore.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all that was added before is settled. */
    void awaitSettled() throws InterruptedException {
        lock.lock();
        try {
            long goal = added;
            hurried++;
            wanted.signal();
            try {
                while (settled < goal) {
                    settledMore.await();
                }
            } finally {
                hurried--;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Rows that found no room. */
    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more rows; what is here can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
