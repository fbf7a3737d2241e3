// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The index of a volume as files, and its successor beside it. Until {@link #replace} the old one is in its place, so whatever
 * goes wrong before leaves everything as it was; a volume whose index is missing does not open.
 */
final class IndexFiles {
    /** A SQLite database is these: the file, its write-ahead log and the log's index. */
    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path index;
    private final Path successor;

    IndexFiles(Path index) {
        this.index = index;
        this.successor = index.resolveSibling("index-rebuilding.db");
    }

    /** The index in use; it may be missing. */
    Path index() {
        return index;
    }

    /** Where the new index is made; what an earlier attempt left there is removed. */
    Path successor() throws IOException {
        for (String suffix : SUFFIXES) {
            Files.deleteIfExists(with(successor, suffix));
        }
        return successor;
    }

    /**
     * Puts the finished, closed successor in the place of the index, which is kept. A crash leaves one of the two there:
     * the old one has no write-ahead log unless it cannot be read.
     *
     * @return what the old index is called now; where there was none, nothing is there
     */
    Path replace(LocalDateTime now) throws IOException {
        Path kept = free(now);
        if (Files.exists(index)) {
            link(kept);
        }
        for (String suffix : List.of("-wal", "-shm")) {
            if (Files.exists(with(index, suffix))) {
                Files.move(with(index, suffix), with(kept, suffix), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.move(successor, index, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(with(successor, ".lock"));
        try (FileChannel directory = FileChannel.open(directory(), StandardOpenOption.READ)) {
            directory.force(true);
        }
        return kept;
    }

    private void link(Path kept) throws IOException {
        try {
            Files.createLink(kept, index);
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.copy(index, kept);
        }
    }

    private Path free(LocalDateTime now) {
        String name = "index-" + STAMP.format(now);
        Path kept = index.resolveSibling(name + ".db");
        for (int i = 2; Files.exists(kept); i++) {
            kept = index.resolveSibling(name + "-" + i + ".db");
        }
        return kept;
    }

    private Path directory() {
        return index.toAbsolutePath().normalize().resolveSibling(".").normalize();
    }

    private static Path with(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
