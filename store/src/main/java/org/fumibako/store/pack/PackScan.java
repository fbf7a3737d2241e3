// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Reads the records of a pack one after the other, without their content. Where a record is damaged it reports the offset
 * and goes on at the next octets that look like a sound header.
 */
public final class PackScan implements AutoCloseable {
    private static final int WINDOW = 64 << 10;

    private final PackChannel channel;
    private final long limit;
    private final LongConsumer damage;
    private long position;

    /** Takes over {@code channel}; octets before {@code start} and from {@code limit} on are not looked at. */
    PackScan(PackChannel channel, long start, long limit, LongConsumer damage) {
        this.channel = channel;
        this.position = start;
        this.limit = limit;
        this.damage = damage;
    }

    /** The next sound record; empty at the end. */
    public Optional<PackRecord> next() throws IOException {
        boolean reported = false;
        while (position < limit) {
            try {
                PackRecord record = at(position);
                position += record.length();
                return Optional.of(record);
            } catch (DamagedRecordException damaged) {
                if (!reported) {
                    damage.accept(position);
                    reported = true;
                }
                position = nextMagic(position + 1);
            }
        }
        return Optional.empty();
    }

    private PackRecord at(long offset) throws IOException {
        if (limit - offset < RecordHeader.LENGTH) {
            throw new DamagedRecordException("header cut short");
        }
        byte[] head = new byte[RecordHeader.LENGTH];
        channel.read(ByteBuffer.wrap(head), offset);
        RecordHeader header = RecordHeader.read(head);
        if (header.recordLength() > limit - offset) {
            throw new DamagedRecordException("record cut short");
        }
        byte[] meta = new byte[header.metaLength()];
        channel.read(ByteBuffer.wrap(meta), offset + RecordHeader.LENGTH);
        if (RecordHeader.crc(meta, 0, meta.length) != header.metaCrc()) {
            throw new DamagedRecordException("checksum of the meta part does not match");
        }
        LogEvent event = LogCodec.read(header.kind(), meta);
        return new PackRecord(offset, header.recordLength(), event, header.form());
    }

    private long nextMagic(long from) throws IOException {
        byte[] window = new byte[WINDOW];
        long start = from;
        while (limit - start >= Integer.BYTES) {
            int count = (int) Math.min(WINDOW, limit - start);
            channel.read(ByteBuffer.wrap(window, 0, count), start);
            for (int i = 0; i + Integer.BYTES <= count; i++) {
                if (ByteBuffer.wrap(window, i, Integer.BYTES).getInt() == RecordHeader.MAGIC) {
                    return start + i;
                }
            }
            // The windows overlap by three octets: the magic may lie across two of them.
            start += count - (Integer.BYTES - 1);
        }
        return limit;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
