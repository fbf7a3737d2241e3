// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.fumibako.model.AccountId;
import org.fumibako.store.ArrivalMark;
import org.jspecify.annotations.Nullable;

/** The index as of one commit, with what it had read then. Safe for any number of threads; stays readable while it is held. */
final class IndexView {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final ArrivalMark mark;

    private IndexView(DirectoryReader reader) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.mark = CommitNote.mark(reader.getIndexCommit().getUserData());
        searcher.setQueryCache(null);
    }

    /**
     * The last commit in the directory, every octet of it checked.
     *
     * @throws IOException when it is damaged, or cannot be read
     */
    static IndexView checked(Directory directory) throws IOException {
        DirectoryReader reader = DirectoryReader.open(directory);
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                ((CodecReader) FilterLeafReader.unwrap(leaf.reader())).checkIntegrity();
            }
            return new IndexView(reader);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** The last commit; shares with {@code before}, which stays open, what is the same. */
    static IndexView latest(Directory directory, @Nullable IndexView before) throws IOException {
        if (before == null) {
            return new IndexView(DirectoryReader.open(directory));
        }
        DirectoryReader newer = DirectoryReader.openIfChanged(before.reader);
        return newer == null ? before : new IndexView(newer);
    }

    ArrivalMark mark() {
        return mark;
    }

    /** How many messages are in it. */
    int messages() {
        return reader.numDocs();
    }

    /** Keeps it open until {@link #release}; false when it is closed already. */
    boolean hold() {
        return reader.tryIncRef();
    }

    void release() throws IOException {
        reader.decRef();
    }

    /** Content ids of the account's messages that a query finds, ascending. */
    long[] find(AccountId account, Query query) throws IOException {
        BooleanQuery own = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Documents.ACCOUNT, account.toString())), BooleanClause.Occur.FILTER)
                .add(query, BooleanClause.Occur.FILTER)
                .build();
        return searcher.search(own, new Gathering());
    }

    /** Gathers the content ids of all that is found; without an executor there is one collector. */
    private static final class Gathering implements CollectorManager<Ids, long[]> {
        @Override
        public Ids newCollector() {
            return new Ids();
        }

        @Override
        public long[] reduce(Collection<Ids> gathered) {
            Ids all = new Ids();
            gathered.forEach(all::addAll);
            return all.sorted();
        }
    }

    /** Those of the account's messages whose text could not be read, ascending. */
    long[] unread(AccountId account) throws IOException {
        Term unread = new Term(Documents.UNREAD, Documents.UNREAD);
        return reader.docFreq(unread) == 0 ? new long[0] : find(account, new TermQuery(unread));
    }

    /** Takes the content ids of all messages, some at a time, each time ascending. */
    interface IdReader {
        void ids(long[] ids) throws IOException;
    }

    /** Tells all content ids, at most {@code most} at a time. */
    void eachId(int most, IdReader to) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues values = leaf.reader().getNumericDocValues(Documents.CONTENT);
            Ids ids = new Ids();
            for (int doc = 0; values != null && doc < leaf.reader().maxDoc(); doc++) {
                boolean live = leaf.reader().getLiveDocs() == null
                        || leaf.reader().getLiveDocs().get(doc);
                if (live && values.advanceExact(doc)) {
                    ids.add(values.longValue());
                }
                if (ids.size == most) {
                    to.ids(ids.sorted());
                    ids = new Ids();
                }
            }
            to.ids(ids.sorted());
        }
    }

    /** Gathers content ids. */
    private static final class Ids extends SimpleCollector {
        private long[] ids = new long[64];
        private int size;
        private @Nullable NumericDocValues values;

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            values = leaf.reader().getNumericDocValues(Documents.CONTENT);
        }

        @Override
        public void collect(int doc) throws IOException {
            if (values != null && values.advanceExact(doc)) {
                add(values.longValue());
            }
        }

        void add(long id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
            }
            ids[size] = id;
            size++;
        }

        void addAll(Ids others) {
            for (int i = 0; i < others.size; i++) {
                add(others.ids[i]);
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(ids, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
