// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.fumibako.model.AccountId;
import org.fumibako.store.ArrivalMark;
import org.fumibako.store.Arrivals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The full-text index of a volume, in a directory of its own. It follows the volume by itself and never says anything wrong:
 * of what it has not read it knows nothing. When it is damaged or missing, it is made anew.
 */
public final class SearchIndex implements TextIndex, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    /** How long the first search waits for the index to be opened, before it looks into every message. */
    private static final Duration OPENING = Duration.ofMillis(500);

    private final Arrivals arrivals;
    private final Indexer indexer;

    /**
     * What an index is made of.
     *
     * @param directory where it lies, made when it is not there; nothing else may lie there
     * @param nanos a clock that never goes back
     */
    public record Parts(Arrivals arrivals, Path directory, LongSupplier nanos) {}

    /**
     * How it is.
     *
     * @param messages in the index
     * @param waiting messages that are not in it yet
     * @param octets on disk
     * @param trouble why it does not get on; empty when it does
     */
    public record Status(long messages, long waiting, long octets, Optional<String> trouble) {}

    public SearchIndex(Parts parts) {
        this.arrivals = parts.arrivals();
        this.indexer = new Indexer(parts.arrivals(), parts.directory(), parts.nanos());
    }

    /** Removes the index in that directory, which nobody has open. */
    public static void remove(Path directory) throws IOException {
        IndexFiles.remove(directory);
    }

    /** Begins to follow the volume. */
    public void start() {
        indexer.start();
    }

    @Override
    public Candidates find(AccountId account, TextField field, String folded) {
        if (folded.isEmpty()) {
            return Candidates.ANY;
        }
        IndexView view = held();
        if (view == null) {
            return Candidates.nothingIndexed(indexer::hurry);
        }
        try {
            return find(view, account, GramQuery.of(field, folded));
        } catch (IOException | RuntimeException | InternalError damaged) {
            LOG.error("the search index cannot be read", damaged);
            indexer.discard();
            return Candidates.ANY;
        } finally {
            release(view);
        }
    }

    private Candidates find(IndexView view, AccountId account, GramQuery query) throws IOException {
        Candidates.Found found = new Candidates.Found(view.find(account, query.query()), query.exact());
        return new Candidates(view.mark(), found, view.unread(account), indexer::hurry);
    }

    private @Nullable IndexView held() {
        if (indexer.files() == null) {
            indexer.hurry();
            indexer.awaitOpen(OPENING);
        }
        // A view that was replaced between the two steps is closed; the one in its place is not.
        for (IndexFiles files = indexer.files(); files != null; files = indexer.files()) {
            IndexView view = files.view();
            if (view == null || view.hold()) {
                return view;
            }
        }
        return null;
    }

    private static void release(IndexView view) {
        try {
            view.release();
        } catch (IOException e) {
            LOG.warn("a part of the search index was not closed", e);
        }
    }

    /** Counts. */
    public Status status() {
        IndexFiles files = indexer.files();
        IndexView view = held();
        try {
            ArrivalMark mark = view == null ? ArrivalMark.NONE : view.mark();
            return new Status(
                    view == null ? 0 : view.messages(),
                    arrivals.waiting(mark),
                    files == null ? 0 : size(files),
                    Optional.of(indexer.trouble()).filter(sentence -> !sentence.isEmpty()));
        } finally {
            if (view != null) {
                release(view);
            }
        }
    }

    private static long size(IndexFiles files) {
        try {
            return files.size();
        } catch (IOException beingRemoved) {
            return 0;
        }
    }

    /** Throws the index away and makes it anew, in the background. */
    public void rebuild() {
        indexer.discard();
    }

    /** Waits until everything is indexed that has come by now; false when it takes longer than {@code patience}. */
    public boolean awaitCurrent(Duration patience) {
        return indexer.awaitCurrent(patience);
    }

    /** Stops within a moment; nothing is lost. */
    @Override
    public void close() {
        indexer.close();
    }
}
