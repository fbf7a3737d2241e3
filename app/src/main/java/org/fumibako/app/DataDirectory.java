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
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The one directory a server keeps everything in, locked for as long as this is open. */
public final class DataDirectory implements AutoCloseable {
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

    public Path spool() {
        return root.resolve("spool");
    }

    public Path tls() {
        return root.resolve("tls");
    }

    public Path controlSocket() {
        return controlSocket(root);
    }

    static Path controlSocket(Path root) {
        return root.toAbsolutePath().normalize().resolve("control.sock");
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
