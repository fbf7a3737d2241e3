// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Pack files of the file system. */
final class FileDisk implements PackDisk {
    @Override
    public PackChannel create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new Channel(file, channel);
    }

    @Override
    public PackChannel open(Path file) throws IOException {
        return new Channel(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public PackChannel openToRead(Path file) throws IOException {
        return new Channel(file, FileChannel.open(file, StandardOpenOption.READ));
    }

    private record Channel(Path file, FileChannel channel) implements PackChannel {
        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void read(ByteBuffer into, long position) throws IOException {
            long next = position;
            while (into.hasRemaining()) {
                int count = channel.read(into, next);
                if (count < 0) {
                    throw new EOFException(file + " ends at " + next);
                }
                next += count;
            }
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            long next = position;
            while (from.hasRemaining()) {
                next += channel.write(from, next);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
