// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds a file for one process. The lock is on a file beside the database, because closing any descriptor of a file drops
 * the POSIX locks that SQLite itself has on it; the operating system releases it however the process ends.
 */
final class FileLock implements AutoCloseable {
    private final FileChannel channel;

    private FileLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Locks {@code file}, by way of {@code file.lock}. */
    static FileLock of(Path file) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (holds(channel)) {
                return new FileLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new DatabaseException("cannot lock " + lock + ": " + e.getMessage(), e);
        }
        throw new DatabaseInUseException(file);
    }

    private static boolean holds(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseException("cannot release a lock file", e);
        }
    }
}
