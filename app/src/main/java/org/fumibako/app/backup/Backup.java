// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumibako.app.DataDirectory;
import org.fumibako.db.DatabaseException;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.store.StoreException;
import org.fumibako.store.Volume;
import org.fumibako.store.VolumeCopy;

/** Copies a server's data to another directory while the server runs; see the package's description. */
public final class Backup {
    private final Source source;

    /**
     * What is copied.
     *
     * @param outside files that the server uses and that lie elsewhere; they are named, not copied
     */
    public record Source(
            DataDirectory directory,
            SqliteDatabase registry,
            Volume volume,
            String host,
            List<Path> outside,
            Clock clock) {}

    public Backup(Source source) {
        this.source = source;
    }

    /**
     * Makes a backup in {@code target}, or brings the one that is there up to date.
     *
     * @param target an absolute path; the directory is made when it is not there
     * @throws BackupException when it was not made; an earlier one in the same place is as good as before
     */
    public void run(Path target, PrintWriter out) throws BackupException {
        Path root = target.normalize();
        try {
            if (root.startsWith(source.directory().root())
                    || source.directory().root().startsWith(root)) {
                throw new BackupException("the backup and the data directory must not lie in each other");
            }
            Durable.directory(root);
            Layout layout = new Layout(root);
            if (layout.hasStrangers()) {
                throw new BackupException(root + " has something in it that is no backup; name an empty directory");
            }
            try (FileChannel lock =
                    FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                take(lock, root);
                new Run(layout, out).run();
            }
        } catch (IOException | StoreException | DatabaseException failed) {
            throw new BackupException("the backup was not made: " + failed.getMessage(), failed);
        }
    }

    private static void take(FileChannel lock, Path root) throws IOException, BackupException {
        try {
            if (lock.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException byThisProcess) {
            // Said below.
        }
        throw new BackupException("another backup to " + root + " is under way");
    }

    /** One backup. */
    private final class Run {
        private final Layout layout;
        private final PrintWriter out;
        private final Instant made = source.clock().instant();
        private final List<Manifest.Entry> entries = new ArrayList<>();

        Run(Layout layout, PrintWriter out) {
            this.layout = layout;
            this.out = out;
        }

        void run() throws IOException, BackupException {
            Optional<Manifest> before = Manifest.read(layout.root());
            String incarnation = Incarnation.of(source.directory());
            if (before.isPresent() && !before.get().incarnation().equals(incarnation)) {
                throw new BackupException(
                        layout.root() + " has the backup of another server, or of this one before it was"
                                + " restored; name another directory");
            }
            Path state = layout.state(made.toString().replace(':', '.'));
            Durable.directory(layout.packs());
            Durable.directory(state);
            say("Copying the index.");
            PackCopier copier = new PackCopier(layout, before, out);
            try (VolumeCopy copy = source.volume().copyIndex(Layout.index(state))) {
                keep(Layout.index(state));
                source.registry().copyTo(Layout.registry(state));
                keep(Layout.registry(state));
                others(state);
                entries.addAll(copier.copy(copy.packs()));
            }
            Durable.names(state);
            List<String> outside = source.outside().stream().map(Path::toString).toList();
            new Manifest(made, source.host(), incarnation, entries, outside).write(layout.root());
            tidy();
            report(copier);
        }

        /** Takes up a file that is written but perhaps not on disk. */
        private void keep(Path file) throws IOException {
            long length = Files.size(file);
            int crc = (int) Durable.checksum(file, length, octets -> {}).getValue();
            Durable.force(file);
            entries.add(new Manifest.Entry(layout.path(file), length, crc));
        }

        private void others(Path state) throws IOException {
            for (Path file : source.directory().others()) {
                Path target = Layout.files(state)
                        .resolve(source.directory().root().relativize(file).toString());
                Durable.directory(Durable.above(target));
                long length = Files.size(file);
                int crc = Durable.copy(file, target, length, octets -> {});
                entries.add(new Manifest.Entry(layout.path(target), length, crc));
            }
        }

        /** Removes what the new manifest does not name. Cut short, it leaves only what takes room. */
        private void tidy() throws IOException {
            Set<String> named = entries.stream().map(Manifest.Entry::path).collect(Collectors.toSet());
            for (Path state : layout.states()) {
                boolean old = named.stream().noneMatch(path -> path.startsWith(layout.path(state) + "/"));
                if (old) {
                    removeAll(state);
                }
            }
            for (Path pack : Layout.list(layout.packs())) {
                if (!named.contains(layout.path(pack))) {
                    Files.delete(pack);
                }
            }
        }

        private void report(PackCopier copier) {
            long total = entries.stream().mapToLong(Manifest.Entry::length).sum();
            say("Backed up " + Progress.size(total) + " to " + layout.root() + "; " + Progress.size(copier.copied())
                    + " of messages were new.");
            if (!source.outside().isEmpty()) {
                say("Not in it, keep them elsewhere: the configuration file"
                        + source.outside().stream().map(file -> ", " + file).collect(Collectors.joining()) + ".");
            }
        }

        private void say(String line) {
            out.println(line);
            out.flush();
        }
    }

    private static void removeAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
