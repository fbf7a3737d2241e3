// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.fumibako.store.Arrivals;

/** Takes out of the index what the store has no more. For one thread. */
final class Pruning {
    /** Nobody finds a message that is gone; its words are only kept no longer than they have to be. */
    private static final Duration INTERVAL = Duration.ofHours(12);

    private static final int PAGE = 5_000;

    private final Arrivals arrivals;
    private final LongSupplier nanos;
    private long last;

    Pruning(Arrivals arrivals, LongSupplier nanos) {
        this.arrivals = arrivals;
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** Does so when it is time. */
    void run(IndexFiles files) throws IOException {
        if (nanos.getAsLong() - last >= INTERVAL.toNanos()) {
            last = nanos.getAsLong();
            prune(files);
        }
    }

    private void prune(IndexFiles files) throws IOException {
        IndexView view = files.view();
        if (view == null) {
            return;
        }
        int[] removed = new int[1];
        view.eachId(PAGE, ids -> {
            long[] gone = arrivals.gone(ids);
            if (gone.length > 0) {
                files.remove(gone);
                removed[0] += gone.length;
            }
        });
        if (removed[0] > 0) {
            files.commit(view.mark());
        }
    }
}
