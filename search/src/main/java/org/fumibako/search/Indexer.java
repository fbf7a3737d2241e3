// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.fumibako.model.Content;
import org.fumibako.store.ArrivalCursor;
import org.fumibako.store.ArrivalMark;
import org.fumibako.store.Arrivals;
import org.fumibako.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that keeps the index: opens it, reads what came, commits, and begins anew when the index is of no use. */
final class Indexer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    /** Messages between two looks at how busy the server is. */
    private static final int PAGE = 50;

    /** Messages after which what was written is shown and survives a crash. */
    private static final int COMMIT_EVERY = 5_000;

    private static final int TELL_EVERY = 10_000;

    /** The process is gone within five seconds of being told to stop. */
    private static final Duration FINISH = Duration.ofSeconds(2);

    private final Arrivals arrivals;
    private final Path path;
    private final LongSupplier nanos;
    private final Pace pace;
    private final Pruning pruning;
    private final Documents documents = new Documents();
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;
    private boolean discard;
    private long caughtUpTo = -1;
    private long hurriedTo = -1;
    private volatile String trouble = "";
    private volatile @Nullable IndexFiles files;

    private @Nullable ArrivalCursor cursor;
    private boolean everMadeAnew;
    private long madeAnew;

    /** @param nanos a clock that never goes back */
    Indexer(Arrivals arrivals, Path path, LongSupplier nanos) {
        this.arrivals = arrivals;
        this.path = path;
        this.nanos = nanos;
        this.pace = new Pace(nanos, arrivals::committed);
        this.pruning = new Pruning(arrivals, nanos);
        this.thread = Thread.ofPlatform().daemon().name("search-index").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** The index, once it is open; what is found in it is right, though not all. */
    @Nullable
    IndexFiles files() {
        return files;
    }

    /** What stands in its way; empty when nothing does. */
    String trouble() {
        lock.lock();
        try {
            return closed ? "the server stops" : trouble;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody waits: no pauses until everything is read that has come by now. */
    void hurry() {
        lock.lock();
        try {
            hurriedTo = arrivals.committed();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The index is not to be believed; it is made anew. */
    void discard() {
        lock.lock();
        try {
            discard = true;
            caughtUpTo = -1;
            hurriedTo = arrivals.committed();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the index is open; false when it takes longer than {@code patience}. */
    boolean awaitOpen(Duration patience) {
        return await(patience, () -> files != null && !discard);
    }

    /** Hurries, and waits until everything is read that has come by now; false when it takes longer than {@code patience}. */
    boolean awaitCurrent(Duration patience) {
        long come = arrivals.committed();
        hurry();
        return await(patience, () -> caughtUpTo >= come);
    }

    private boolean await(Duration patience, java.util.function.BooleanSupplier condition) {
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

    private void run() {
        while (rest()) {
            try {
                work();
                trouble = "";
            } catch (InterruptedException unexpected) {
                Thread.currentThread().interrupt();
                break;
            } catch (IOException | RuntimeException | InternalError failed) {
                fail(failed);
            }
        }
        shut();
    }

    private boolean hurried() {
        return caughtUpTo < hurriedTo;
    }

    /** Waits until there is something to do; false when it is over. */
    private boolean rest() {
        lock.lock();
        try {
            while (!closed && !hurried() && !pace.due()) {
                boolean _ = changed.await(1, TimeUnit.SECONDS);
            }
            return !closed;
        } catch (InterruptedException unexpected) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void work() throws IOException, InterruptedException {
        if (takeDiscard()) {
            shut();
            IndexFiles.remove(path);
            everMadeAnew = true;
            madeAnew = nanos.getAsLong();
            LOG.info("the search index is made anew");
        }
        IndexFiles open = open();
        long come = arrivals.committed();
        catchUp(open, java.util.Objects.requireNonNull(cursor));
        pruning.run(open);
        lock.lock();
        try {
            pace.caughtUp(come);
            if (!discard) {
                caughtUpTo = come;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean takeDiscard() {
        lock.lock();
        try {
            boolean asked = discard;
            discard = false;
            return asked;
        } finally {
            lock.unlock();
        }
    }

    private IndexFiles open() throws IOException {
        IndexFiles open = files;
        if (open == null) {
            open = IndexFiles.open(path);
            IndexView view = open.view();
            cursor = arrivals.from(view == null ? ArrivalMark.NONE : view.mark());
            lock.lock();
            try {
                files = open;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
        return open;
    }

    private void catchUp(IndexFiles open, ArrivalCursor from) throws IOException, InterruptedException {
        long done = 0;
        int uncommitted = 0;
        long begun = nanos.getAsLong();
        for (List<Arrivals.Arrival> page = from.next(PAGE); !page.isEmpty(); page = from.next(PAGE)) {
            for (Arrivals.Arrival arrival : page) {
                index(arrival, open);
            }
            done += page.size();
            uncommitted += page.size();
            if (uncommitted >= COMMIT_EVERY) {
                open.commit(from.mark());
                uncommitted = 0;
            }
            tell(done, page.size(), from);
            if (!breathe(nanos.getAsLong() - begun)) {
                break;
            }
            begun = nanos.getAsLong();
        }
        if (uncommitted > 0) {
            open.commit(from.mark());
        }
    }

    private void tell(long done, int last, ArrivalCursor from) {
        if (done / TELL_EVERY != (done - last) / TELL_EVERY) {
            LOG.info("search index: {} messages read, {} to go", done, arrivals.waiting(from.mark()));
        }
    }

    /** A message of which nobody has a copy any more is passed over. */
    private void index(Arrivals.Arrival arrival, IndexFiles open) throws IOException {
        if (arrival.accounts().isEmpty()) {
            return;
        }
        open.add(document(arrival));
    }

    private Document document(Arrivals.Arrival arrival) {
        try (Content content = arrivals.open(arrival)) {
            return documents.of(arrival, content);
        } catch (StoreException perhapsLater) {
            throw perhapsLater;
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("the text of content {} cannot be read", arrival.contentId(), unreadable);
            return documents.unread(arrival);
        }
    }

    /** Pauses unless somebody waits; false when it is over, or all is to begin anew. */
    private boolean breathe(long spent) throws InterruptedException {
        lock.lock();
        try {
            long left = pace.pause(spent);
            while (left > 0 && !closed && !hurried()) {
                left = changed.awaitNanos(left);
            }
            return !closed && !discard;
        } finally {
            lock.unlock();
        }
    }

    private void fail(Throwable failed) {
        shut();
        boolean again = nanos.getAsLong() - madeAnew < Pace.TROUBLE.toNanos();
        if (isOfNoUse(failed) && !(everMadeAnew && again)) {
            LOG.warn("the search index is of no use and is made anew: {}", String.valueOf(failed.getMessage()));
            discard();
        } else {
            LOG.error("the search index cannot be written; another try in {} s", Pace.TROUBLE.toSeconds(), failed);
            trouble = String.valueOf(failed.getMessage());
            lock.lock();
            try {
                hurriedTo = -1;
                pace.troubled();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Whether what is on disk is the matter, which trying again does not mend. */
    private static boolean isOfNoUse(Throwable failed) {
        return switch (failed) {
            case CorruptIndexException _,
                    IndexFormatTooOldException _,
                    IndexFormatTooNewException _,
                    IndexNotFoundException _,
                    NoSuchFileException _,
                    FileNotFoundException _,
                    EOFException _,
                    IllegalArgumentException _,
                    InternalError _ -> true;
            case AlreadyClosedException closed -> closed.getCause() != null && isOfNoUse(closed.getCause());
            default -> false;
        };
    }

    private void shut() {
        IndexFiles open = files;
        files = null;
        cursor = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException | RuntimeException e) {
                LOG.debug("the search index was not closed cleanly", e);
            }
        }
    }

    /** Stops within a moment; what is not committed is read again after the next start. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(FINISH)) {
                LOG.info("the search index is left as it is; the next start goes on");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
