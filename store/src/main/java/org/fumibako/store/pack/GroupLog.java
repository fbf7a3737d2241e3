// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The records that one group commit will append to the active pack: gathered first, written in one go. */
public final class GroupLog {
    private final long pack;
    private final long start;
    private final List<ByteBuffer> parts = new ArrayList<>();
    private long length;

    GroupLog(long pack, long start) {
        this.pack = pack;
        this.start = start;
    }

    public long pack() {
        return pack;
    }

    /** Where in the pack the next record will begin. */
    public long position() {
        return start + length;
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    public long length() {
        return length;
    }

    public long start() {
        return start;
    }

    /** Adds a record without content; returns its length. */
    public long add(LogEvent event) {
        return add(event, StoredContent.none());
    }

    /** Adds a record; returns its length. */
    public long add(LogEvent event, StoredContent content) {
        MetaWriter meta = new MetaWriter(RecordHeader.LENGTH);
        LogCodec.write(meta, event);
        int metaLength = meta.length() - RecordHeader.LENGTH;
        RecordHeader header = new RecordHeader(
                event.kind(),
                content.form(),
                metaLength,
                RecordHeader.crc(meta.array(), RecordHeader.LENGTH, metaLength),
                content.octets().length,
                content.crc());
        header.write(meta.array());
        parts.add(ByteBuffer.wrap(meta.array(), 0, meta.length()));
        if (content.octets().length > 0) {
            parts.add(ByteBuffer.wrap(content.octets()));
        }
        length += header.recordLength();
        return header.recordLength();
    }

    /** All records in one buffer, so that they reach the file in one write. */
    ByteBuffer gathered() {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(length));
        for (ByteBuffer part : parts) {
            all.put(part.duplicate());
        }
        return all.flip();
    }
}
