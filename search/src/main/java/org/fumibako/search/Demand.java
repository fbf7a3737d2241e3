// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What others want of the indexing thread, and how far it has got: where it rests, and where those wait who need what it does.
 * Moments are told by the number of messages that had come by then.
 */
final class Demand {
    private final LongSupplier come;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;
    private boolean discard;
    private long caughtUpTo = -1;
    private long hurriedTo = -1;

    /** @param come how many messages have come */
    Demand(LongSupplier come) {
        this.come = come;
    }

    /** Somebody waits: no pauses until everything is read that has come by now. */
    void hurry() {
        locked(() -> hurriedTo = come.getAsLong());
    }

    /** The index is not to be believed; it is made anew. */
    void discard() {
        locked(() -> {
            discard = true;
            caughtUpTo = -1;
            hurriedTo = come.getAsLong();
        });
    }

    /** It is over. */
    void close() {
        locked(() -> closed = true);
    }

    /** Whoever hurried does so in vain for now. */
    void calm() {
        locked(() -> hurriedTo = -1);
    }

    /** Something changed that is waited for elsewhere. */
    void tell() {
        locked(() -> {});
    }

    /** Everything is read that had come when {@code read} messages had, unless all is to begin anew. */
    void caughtUp(long read) {
        locked(() -> caughtUpTo = discard ? caughtUpTo : read);
    }

    /** Whether the index is to be made anew; the next answer is no. */
    boolean takeDiscard() {
        lock.lock();
        try {
            boolean asked = discard;
            discard = false;
            return asked;
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

    /** Waits until there is something to do, asking {@code due} once a second; false when it is over. */
    boolean rest(BooleanSupplier due) throws InterruptedException {
        lock.lock();
        try {
            while (!closed && !hurried() && !due.getAsBoolean()) {
                boolean _ = changed.await(1, TimeUnit.SECONDS);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Pauses for so many nanoseconds unless somebody waits; false when it is over, or all is to begin anew. */
    boolean breathe(long pause) throws InterruptedException {
        long left = pause;
        lock.lock();
        try {
            while (left > 0 && !closed && !hurried()) {
                left = changed.awaitNanos(left);
            }
            return !closed && !discard;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the condition holds and nothing is to begin anew; false when it takes longer than {@code patience}. */
    boolean await(Duration patience, BooleanSupplier condition) {
        return awaitUntil(patience, () -> !discard && condition.getAsBoolean());
    }

    /** Hurries, and waits until everything is read that has come by now; false when it takes longer than {@code patience}. */
    boolean awaitCurrent(Duration patience) {
        long now = come.getAsLong();
        hurry();
        return awaitUntil(patience, () -> caughtUpTo >= now);
    }

    private boolean awaitUntil(Duration patience, BooleanSupplier condition) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return condition.getAsBoolean();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean hurried() {
        return caughtUpTo < hurriedTo;
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
