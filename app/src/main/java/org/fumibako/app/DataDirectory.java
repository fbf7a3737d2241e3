// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one directory a server keeps everything in, locked for as long as this is open. */
public final class DataDirectory implements AutoCloseable {
    private static final String UNFINISHED_RESTORE = "restore-unfinished";

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the directory where it is missing, locks it, and empties the spool of a run that was cut short.
     *
     * @throws StartException when it cannot be made or written, or another process has it
     */
    public static DataDirectory open(Path directory) {
        DataDirectory opened = lock(directory);
        if (Files.exists(opened.unfinishedRestore())) {
            opened.close();
            throw new StartException("A restore into " + opened.root() + " was cut short; run it again.");
        }
        return opened;
    }

    /**
     * Locks a directory that is empty, or not there, or has what is left of a restore that was cut short, which is removed.
     * Until {@link #restored} no server opens it.
     *
     * @throws StartException when it has anything else in it, and as {@link #open} does
     */
    public static DataDirectory openToRestore(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        Path mark = root.resolve(UNFINISHED_RESTORE);
        try {
            if (Files.exists(root) && !Files.exists(mark) && !isEmpty(root)) {
                throw new StartException(root + " is not empty; restore into a directory that is empty or not there.");
            }
            DataDirectory opened = lock(root);
            if (!Files.exists(mark)) {
                Files.createFile(mark);
            }
            opened.removeAllBut(mark);
            return opened;
        } catch (IOException cannot) {
            throw new StartException("The data directory " + root + " cannot be used: " + reason(cannot) + ".", cannot);
        }
    }

    /** What was begun by {@link #openToRestore} is done. */
    public void restored() throws IOException {
        force(root);
        Files.delete(unfinishedRestore());
        force(root);
    }

    private static DataDirectory lock(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            FileChannel channel = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = holder(channel);
                channel.close();
                throw new StartException("The data directory " + root + " is in use by another Fumibako" + holder
                        + "; stop that one, or give this one another --data.");
            }
            note(channel);
            DataDirectory opened = new DataDirectory(root, channel);
            opened.emptySpool();
            return opened;
        } catch (IOException cannot) {
            throw new StartException("The data directory " + root + " cannot be used: " + reason(cannot) + ".", cannot);
        }
    }

    public Path root() {
        return root;
    }

    public Path registry() {
        return root.resolve("registry.db");
    }

    public Path volume() {
        return root.resolve("volume");
    }

    public Path index() {
        return volume().resolve("index.db");
    }

    public Path packs() {
        return volume().resolve("packs");
    }

    /** The full-text index; derived data, not part of a backup. */
    public Path search() {
        return volume().resolve("search");
    }

    /**
     * Where the index is a file, it must not be made anew beside packs that it should know.
     *
     * @throws StartException when there are packs and no index
     */
    void requireIndex() {
        try {
            if (!Files.exists(index()) && Files.isDirectory(packs()) && !isEmpty(packs())) {
                throw new StartException("The index " + index() + " is missing. Put it back, or run"
                        + " './fumibako admin rebuild --data " + root + "', which makes it anew from the messages.");
            }
        } catch (IOException cannot) {
            throw new StartException(packs() + " cannot be read: " + reason(cannot) + ".", cannot);
        }
    }

    public Path spool() {
        return root.resolve("spool");
    }

    /** What clients of JMAP have uploaded and not used yet. */
    public Path uploads() {
        return root.resolve("uploads");
    }

    /** What the spam filter was taught for everybody. */
    public Path filterBase() {
        return root.resolve("filter.base");
    }

    public Path tls() {
        return root.resolve("tls");
    }

    /** Certificates that an authority has issued, and the key of the account with it. */
    public Path acme() {
        return root.resolve("acme");
    }

    public Path controlSocket() {
        return controlSocket(root);
    }

    static Path controlSocket(Path root) {
        return root.toAbsolutePath().normalize().resolve("control.sock");
    }

    /** Names whose data this is; not part of a backup. */
    public Path incarnation() {
        return volume().resolve("incarnation");
    }

    /**
     * The files that are neither a database, a pack, nor of use to a running server only: keys, certificates, whatever comes
     * later. A backup copies them as they are.
     */
    public List<Path> others() throws IOException {
        Set<Path> apart = Set.of(volume(), spool(), uploads(), root.resolve("lock"));
        String registry = registry().getFileName().toString();
        List<Path> others = new ArrayList<>();
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.sorted().toList()) {
                if (!apart.contains(entry) && !entry.getFileName().toString().startsWith(registry)) {
                    addFiles(entry, others);
                }
            }
        }
        return others;
    }

    private static void addFiles(Path from, List<Path> to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(to::add);
        }
    }

    private Path unfinishedRestore() {
        return root.resolve(UNFINISHED_RESTORE);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    /** All but {@code mark}, the lock this holds, and the spool, which is empty. */
    private void removeAllBut(Path mark) throws IOException {
        Set<Path> kept = Set.of(root, mark, root.resolve("lock"), spool());
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!kept.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException alreadyGone) {
            // The lock ends with the process at the latest.
        }
    }

    private void emptySpool() throws IOException {
        Files.createDirectories(spool());
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(spool())) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void note(FileChannel channel) throws IOException {
        channel.truncate(0);
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(pid), 0);
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        String text = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII).strip();
        return text.isEmpty() ? "" : " (process " + text + ")";
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case java.nio.file.AccessDeniedException denied -> "no permission for " + denied.getFile();
            case java.nio.file.FileAlreadyExistsException file -> file.getFile() + " is not a directory";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
