// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.backup;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/** Files that are on stable storage when a method returns, for their owner only: there are keys and passwords in them. */
final class Durable {
    private static final int PIECE = 1 << 20;

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private Durable() {}

    /** Writes {@code octets} beside {@code file} and puts them in its place in one step. */
    static void write(Path file, byte[] octets) throws IOException {
        Path draft = fresh(file);
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            for (ByteBuffer left = ByteBuffer.wrap(octets); left.hasRemaining(); ) {
                out.write(left);
            }
            out.force(true);
        }
        replace(draft, file);
    }

    /**
     * Copies the first {@code length} octets of {@code source} beside {@code target} and puts them in its place in one step.
     *
     * @return their CRC-32C
     */
    static int copy(Path source, Path target, long length, LongConsumer progress) throws IOException {
        Path draft = fresh(target);
        CRC32C crc = new CRC32C();
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            transfer(in, out, length, crc, progress);
            out.force(true);
        }
        replace(draft, target);
        return (int) crc.getValue();
    }

    /**
     * Adds to {@code target} what {@code source} has from {@code from} to {@code to}; what target had beyond {@code from} goes.
     *
     * @param crc of the octets before {@code from}; continued
     */
    static void append(Path source, Path target, long from, long to, CRC32C crc, LongConsumer progress)
            throws IOException {
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            out.truncate(from);
            in.position(from);
            out.position(from);
            transfer(in, out, to - from, crc, progress);
            out.force(true);
        }
    }

    /** CRC-32C of the first {@code length} octets. */
    static CRC32C checksum(Path file, long length, LongConsumer progress) throws IOException {
        CRC32C crc = new CRC32C();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            transfer(in, null, length, crc, progress);
        }
        return crc;
    }

    /** Forces to disk what another wrote. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes the directory and those above it where they are missing; their names are on stable storage on return. */
    static void directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            directory(above(directory));
            Files.createDirectory(directory, OWNER_DIRECTORY);
            names(above(directory));
        }
    }

    /** The directory that {@code file}, which is not the root of all, is in. */
    static Path above(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /** Forces to disk which names a directory has. */
    static void names(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path fresh(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        return Files.createFile(draft, OWNER_FILE);
    }

    private static void replace(Path draft, Path file) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        names(above(file));
    }

    private static void transfer(
            FileChannel in,
            @org.jspecify.annotations.Nullable FileChannel out,
            long length,
            CRC32C crc,
            LongConsumer progress)
            throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(Math.clamp(length, 1, PIECE));
        for (long left = length; left > 0; ) {
            piece.clear().limit((int) Math.min(left, piece.capacity()));
            int count = in.read(piece);
            if (count < 0) {
                throw new EOFException("it is " + left + " octets shorter than it should be");
            }
            crc.update(piece.flip());
            piece.rewind();
            while (out != null && piece.hasRemaining()) {
                out.write(piece);
            }
            left -= count;
            progress.accept(count);
        }
    }
}
