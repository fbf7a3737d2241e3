// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.lucene.document.Document;
import org.fumibako.model.Content;
import org.fumibako.store.ArrivalCursor;
import org.fumibako.store.Arrivals;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what came into the index, some messages at a time, and commits now and then. For one thread. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** Messages between two looks at how busy the server is. */
    private static final int PAGE = 50;

    /** Messages after which what was written is shown and survives a crash. */
    private static final int COMMIT_EVERY = 5_000;

    private static final int TELL_EVERY = 10_000;

    private final Arrivals arrivals;
    private final LongSupplier nanos;
    private final Documents documents = new Documents();

    Intake(Arrivals arrivals, LongSupplier nanos) {
        this.arrivals = arrivals;
        this.nanos = nanos;
    }

    /** Is told after each page how many nanoseconds it took; false ends the reading. */
    interface Breath {
        boolean after(long spent) throws InterruptedException;
    }

    /** Reads from the cursor to the end, and commits. */
    void read(ArrivalCursor from, IndexFiles to, Breath breath) throws IOException, InterruptedException {
        long done = 0;
        int uncommitted = 0;
        long begun = nanos.getAsLong();
        for (List<Arrivals.Arrival> page = from.next(PAGE); !page.isEmpty(); page = from.next(PAGE)) {
            for (Arrivals.Arrival arrival : page) {
                index(arrival, to);
            }
            done += page.size();
            uncommitted += page.size();
            if (uncommitted >= COMMIT_EVERY) {
                to.commit(from.mark());
                uncommitted = 0;
            }
            tell(done, page.size(), from);
            if (!breath.after(nanos.getAsLong() - begun)) {
                break;
            }
            begun = nanos.getAsLong();
        }
        if (uncommitted > 0) {
            to.commit(from.mark());
        }
    }

    private void tell(long done, int last, ArrivalCursor from) {
        if (done / TELL_EVERY != (done - last) / TELL_EVERY) {
            LOG.info("search index: {} messages read, {} to go", done, arrivals.waiting(from.mark()));
        }
    }

    /** A message of which nobody has a copy any more is passed over. */
    private void index(Arrivals.Arrival arrival, IndexFiles to) throws IOException {
        if (!arrival.accounts().isEmpty()) {
            to.add(document(arrival));
        }
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
}
