// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.fumibako.model.Content;

/** The directory of packs: makes them, reads messages from them, lists and removes them. Safe for any number of threads. */
public final class Packs implements AutoCloseable {
    /** A log pack that has grown past this is closed and the next one begun. */
    public static final long ROLL_AT = 256L << 20;

    private final Path directory;
    private final PackDisk disk;
    private final Compressors compressors = new Compressors();
    private final Encoder encoder;
    private final OpenPacks open;
    private final AtomicInteger holds = new AtomicInteger();

    /** The directory is made when it is not there. */
    public Packs(Path directory, PackDisk disk) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.disk = disk;
        this.encoder = new Encoder(disk, compressors);
        this.open = new OpenPacks(directory, disk);
    }

    public Path directory() {
        return directory;
    }

    /** Makes a message ready; a large one goes into a solo pack, whose id {@code ids} gives, and is on disk on return. */
    public StoredContent prepare(Content content, LongSupplier ids) throws IOException {
        if (content.size() <= Encoder.FRAME) {
            return encoder.inline(content);
        }
        long id = ids.getAsLong();
        Path file = path(new PackName(id, 0));
        try {
            return encoder.solo(content, id, file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Makes the log pack {@code id}. */
    public ActivePack create(long id) throws IOException {
        PackName name = new PackName(id, 0);
        return new ActivePack(name, disk.create(path(name)), 0);
    }

    /** Opens a log pack to append after its first {@code committed} octets; whatever lies beyond is cut off. */
    public ActivePack reopen(PackName name, long committed) throws IOException {
        PackChannel channel = disk.open(path(name));
        try {
            ActivePack pack = new ActivePack(name, channel, committed);
            pack.retract();
            return pack;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Length of the file, empty when there is none. */
    public Optional<Long> length(PackName name) throws IOException {
        Path file = path(name);
        return Files.exists(file) ? Optional.of(Files.size(file)) : Optional.empty();
    }

    /** The packs there are, by id, then generation. */
    public List<PackName> list() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> PackName.ofFile(file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
        }
    }

    public Path path(PackName name) {
        return directory.resolve(name.file());
    }

    /** Removes a pack that nothing refers to; messages being read from it can still be read to their end. */
    public void remove(PackName name) throws IOException {
        open.forget(name);
        Files.deleteIfExists(path(name));
    }

    /**
     * Writes the next generation of the log pack {@code name}, of which the first {@code length} octets count, without the
     * octets of messages whose content id {@code keep} does not want. The old file stays.
     *
     * @throws DamagedRecordException when there is any damage in it
     */
    public PackRewrite.Result rewrite(PackName name, long length, LongPredicate keep) throws IOException {
        PackName next = new PackName(name.id(), name.generation() + 1);
        // What an earlier attempt left.
        remove(next);
        AtomicLong damage = new AtomicLong(-1);
        try (PackChannel from = disk.openToRead(path(name));
                PackScan scan = scan(name, length, damage::set);
                PackChannel to = disk.create(path(next))) {
            PackRewrite.Result result = new PackRewrite(next, from, to, keep).run(scan);
            if (damage.get() >= 0) {
                throw new DamagedRecordException("damaged from " + damage.get() + " on");
            }
            return result;
        }
    }

    /** When the file was written last. */
    public Instant written(PackName name) throws IOException {
        return Files.getLastModifiedTime(path(name)).toInstant();
    }

    /** Whether the pack begins with the record of a solo pack. */
    public boolean isSolo(PackName name) throws IOException {
        try (PackScan scan = scan(name, length(name).orElse(0L), at -> {})) {
            return scan.next()
                    .filter(record -> record.event() instanceof LogEvent.Blob)
                    .isPresent();
        }
    }

    /** Whether nothing was ever finished in the file: it is empty, or its beginning, which is written last, is missing. */
    public boolean isUnfinished(PackName name) throws IOException {
        try (InputStream in = Files.newInputStream(path(name));
                PackScan scan = scan(name, length(name).orElse(0L), at -> {})) {
            return in.read() <= 0 && scan.next().isEmpty();
        }
    }

    /** While a hold is open, someone reads files by their names and none may be removed. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    public Hold hold() {
        holds.incrementAndGet();
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                holds.decrementAndGet();
            }
        };
    }

    public boolean held() {
        return holds.get() > 0;
    }

    /** Reads the records of the first {@code limit} octets; {@code damage} is told where a damaged stretch begins. */
    public PackScan scan(PackName name, long limit, LongConsumer damage) throws IOException {
        return scan(name, 0, limit, damage);
    }

    /** Likewise, but begins at octet {@code start}, where a record does. */
    public PackScan scan(PackName name, long start, long limit, LongConsumer damage) throws IOException {
        return new PackScan(disk.openToRead(path(name)), start, limit, damage);
    }

    /** The message at {@code location}. Small ones are checked here, large ones frame by frame as they are read. */
    public Content read(Location location) throws IOException {
        return location.solo() ? large(location) : Content.of(small(location));
    }

    private byte[] small(Location location) throws IOException {
        int length = Math.toIntExact(location.length());
        byte[] record = new byte[length];
        readShared(location.pack(), ByteBuffer.wrap(record), location.offset());
        RecordHeader header = RecordHeader.read(record);
        if (header.recordLength() != length) {
            throw new DamagedRecordException("record is " + header.recordLength() + " octets, not " + length);
        }
        int start = RecordHeader.LENGTH + header.metaLength();
        int stored = length - start;
        if (RecordHeader.crc(record, start, stored) != header.contentCrc()) {
            throw new DamagedRecordException("checksum of the content does not match");
        }
        int size = Math.toIntExact(location.size());
        return switch (header.form()) {
            case ZSTD -> compressors.decompress(record, start, stored, size);
            case RAW -> raw(record, start, size);
            case NONE, FRAMED -> throw new DamagedRecordException("record holds no message");
        };
    }

    private static byte[] raw(byte[] record, int start, int size) throws DamagedRecordException {
        if (record.length - start != size) {
            throw new DamagedRecordException("content has " + (record.length - start) + " octets, not " + size);
        }
        byte[] octets = new byte[size];
        System.arraycopy(record, start, octets, 0, size);
        return octets;
    }

    /** An interrupted reader closes the channel that all share; the next one opens it again. */
    private void readShared(PackName name, ByteBuffer into, long position) throws IOException {
        try {
            open.get(name).read(into, position);
        } catch (ClosedChannelException closed) {
            if (Thread.currentThread().isInterrupted()) {
                throw closed;
            }
            open.forget(name);
            open.get(name).read(into.clear(), position);
        }
    }

    private Content large(Location location) throws IOException {
        PackChannel channel = disk.openToRead(path(location.pack()));
        try {
            byte[] head = new byte[RecordHeader.LENGTH];
            channel.read(ByteBuffer.wrap(head), location.offset());
            RecordHeader header = RecordHeader.read(head);
            long start = location.offset() + RecordHeader.LENGTH + header.metaLength();
            return new FramedContent(channel, compressors, header, start, location.size());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        open.close();
        compressors.close();
    }
}
