// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.fumibako.store.ArrivalCursor;
import org.fumibako.store.ArrivalMark;
import org.fumibako.store.Arrivals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that keeps the index: opens it, reads what came, commits, and begins anew when the index is of no use. */
final class Indexer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    /** The process is gone within five seconds of being told to stop. */
    private static final Duration FINISH = Duration.ofSeconds(2);

    private final Arrivals arrivals;
    private final Path path;
    private final LongSupplier nanos;
    private final Pace pace;
    private final Intake intake;
    private final Pruning pruning;
    private final Demand demand;
    private final Thread thread;

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
        this.intake = new Intake(arrivals, nanos);
        this.pruning = new Pruning(arrivals, nanos);
        this.demand = new Demand(arrivals::committed);
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
        return demand.isClosed() ? "the server stops" : trouble;
    }

    /** Somebody waits: no pauses until everything is read that has come by now. */
    void hurry() {
        demand.hurry();
    }

    /** The index is not to be believed; it is made anew. */
    void discard() {
        demand.discard();
    }

    /** Waits until the index is open; false when it takes longer than {@code patience}. */
    boolean awaitOpen(Duration patience) {
        return demand.await(patience, () -> files != null);
    }

    /** Hurries, and waits until everything is read that has come by now; false when it takes longer than {@code patience}. */
    boolean awaitCurrent(Duration patience) {
        return demand.awaitCurrent(patience);
    }

    private void run() {
        try {
            while (demand.rest(pace::due)) {
                try {
                    work();
                    trouble = "";
                } catch (IOException | RuntimeException | InternalError failed) {
                    fail(failed);
                }
            }
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
        shut();
    }

    private void work() throws IOException, InterruptedException {
        if (demand.takeDiscard()) {
            shut();
            IndexFiles.remove(path);
            everMadeAnew = true;
            madeAnew = nanos.getAsLong();
            LOG.info("the search index is made anew");
        }
        IndexFiles open = open();
        long come = arrivals.committed();
        intake.read(Objects.requireNonNull(cursor), open, spent -> demand.breathe(pace.pause(spent)));
        pruning.run(open);
        pace.caughtUp(come);
        demand.caughtUp(come);
    }

    private IndexFiles open() throws IOException {
        IndexFiles open = files;
        if (open == null) {
            open = IndexFiles.open(path);
            IndexView view = open.view();
            cursor = arrivals.from(view == null ? ArrivalMark.NONE : view.mark());
            files = open;
            demand.tell();
        }
        return open;
    }

    private void fail(Throwable failed) {
        shut();
        boolean again = nanos.getAsLong() - madeAnew < Pace.TROUBLE.toNanos();
        if (Damage.isFinal(failed) && !(everMadeAnew && again)) {
            LOG.warn("the search index is of no use and is made anew: {}", String.valueOf(failed.getMessage()));
            demand.discard();
        } else {
            LOG.error("the search index cannot be written; another try in {} s", Pace.TROUBLE.toSeconds(), failed);
            trouble = String.valueOf(failed.getMessage());
            pace.troubled();
            demand.calm();
        }
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
        demand.close();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(FINISH)) {
                LOG.info("the search index is left as it is; the next start goes on");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
