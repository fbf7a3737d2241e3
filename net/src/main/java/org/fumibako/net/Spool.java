// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.fumibako.model.Content;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message of unknown length: in memory up to a bound, then in a temporary file (mode 0600) that has no name once it
 * is open, so that nothing stays behind even after a crash. Confined to one thread while it is written.
 */
public final class Spool extends OutputStream {
    private static final int FIRST_BUFFER = 4 * 1024;

    private final Path directory;
    private final int memoryBound;
    private final long max;
    private byte[] memory = new byte[0];
    private @Nullable FileChannel file;
    private long size;

    /**
     * @param directory where the temporary file goes
     * @param memoryBound octets kept in memory
     * @param max octets taken at all
     */
    public Spool(Path directory, int memoryBound, long max) {
        this.directory = directory;
        this.memoryBound = memoryBound;
        this.max = max;
    }

    /** Octets taken so far. */
    public long size() {
        return size;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    /** @throws TooLargeException when this would exceed the maximum; nothing of it is kept then */
    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        if (length > max - size) {
            throw new TooLargeException(max);
        }
        if (file == null && size + length > memoryBound) {
            FileChannel opened = open();
            file = opened;
            append(opened, memory, 0, (int) size);
            memory = new byte[0];
        }
        if (file != null) {
            append(file, from, offset, length);
        } else {
            remember(from, offset, length);
        }
        size += length;
    }

    /** What was taken; valid until the spool or the content is closed. Nothing may be written afterwards. */
    public Content content() {
        FileChannel spooled = file;
        return spooled == null ? Content.of(Arrays.copyOf(memory, (int) size)) : new FileContent(spooled, size);
    }

    @Override
    public void close() throws IOException {
        memory = new byte[0];
        if (file != null) {
            file.close();
        }
    }

    private void remember(byte[] from, int offset, int length) {
        int needed = (int) size + length;
        if (needed > memory.length) {
            int grown = Math.max(Math.max(FIRST_BUFFER, needed), (int) Math.min(memoryBound, memory.length * 2L));
            memory = Arrays.copyOf(memory, grown);
        }
        System.arraycopy(from, offset, memory, (int) size, length);
    }

    private FileChannel open() throws IOException {
        Path path = Files.createTempFile(
                directory,
                "spool",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return FileChannel.open(
                path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    private static void append(FileChannel channel, byte[] from, int offset, int length) throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(from, offset, length);
        while (octets.hasRemaining()) {
            channel.write(octets);
        }
    }
}
