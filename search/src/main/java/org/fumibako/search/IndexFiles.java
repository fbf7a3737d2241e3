// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.FSDirectory;
import org.fumibako.store.ArrivalMark;
import org.jspecify.annotations.Nullable;

/** The index on disk: adds to it, commits, shows the last commit. One thread writes; any may take the {@link #view}. */
final class IndexFiles implements AutoCloseable {
    /** Small: the index is written in batches of some hundred messages, by one thread, beside a server's work. */
    private static final double RAM_MEGABYTES = 16;

    /** Says which instructions of the processor it would rather have; kept here because loggers are held weakly. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final Path path;
    private final FSDirectory directory;
    private @Nullable IndexWriter writer;
    private volatile @Nullable IndexView view;

    private IndexFiles(Path path, FSDirectory directory) {
        this.path = path;
        this.directory = directory;
    }

    /**
     * Opens the index of that directory, or begins one.
     *
     * @throws IOException when it is damaged, or cannot be read
     */
    static IndexFiles open(Path path) throws IOException {
        LUCENE.setLevel(Level.SEVERE);
        FSDirectory directory = FSDirectory.open(path);
        IndexFiles files = new IndexFiles(path, directory);
        try {
            if (DirectoryReader.indexExists(directory)) {
                files.view = IndexView.checked(directory);
            }
            return files;
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Removes an index that nobody has open, whatever state it is in. */
    static void remove(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                List<Path> innermostFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : innermostFirst) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The last commit; null before the first. */
    @Nullable
    IndexView view() {
        return view;
    }

    void add(Document document) throws IOException {
        writer().addDocument(document);
    }

    void remove(long[] contentIds) throws IOException {
        writer().deleteDocuments(LongPoint.newSetQuery(Documents.CONTENT, contentIds));
    }

    /** Makes what was added durable, and shows it. */
    void commit(ArrivalMark mark) throws IOException {
        IndexWriter own = writer();
        own.setLiveCommitData(CommitNote.of(mark).entrySet());
        own.commit();
        IndexView before = view;
        IndexView after = IndexView.latest(directory, before);
        view = after;
        if (before != null && after != before) {
            before.release();
        }
    }

    /** Octets on disk. */
    long size() throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                size += Files.exists(file) ? Files.size(file) : 0;
            }
        }
        return size;
    }

    private IndexWriter writer() throws IOException {
        if (writer == null) {
            IndexWriterConfig config = new IndexWriterConfig(null)
                    .setRAMBufferSizeMB(RAM_MEGABYTES)
                    .setMergeScheduler(new SerialMergeScheduler())
                    .setCommitOnClose(false);
            writer = new IndexWriter(directory, config);
        }
        return writer;
    }

    /** What was not committed is forgotten. Views that are held stay readable. */
    @Override
    public void close() throws IOException {
        try (directory) {
            IndexView last = view;
            view = null;
            if (last != null) {
                last.release();
            }
            if (writer != null) {
                writer.rollback();
            }
        }
    }
}
