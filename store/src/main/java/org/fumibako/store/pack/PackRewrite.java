// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Writes the next generation of a log pack: every record in its order, but the octets of messages that are gone. What is
 * copied is checked on the way; a pack with any damage is not rewritten.
 */
public final class PackRewrite {
    /** Octets gathered for one write. */
    private static final int PIECE = 4 << 20;

    private final PackName name;
    private final PackChannel from;
    private final PackChannel to;
    private final LongPredicate keep;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private final LongStream.Builder contentIds = LongStream.builder();
    private final LongStream.Builder offsets = LongStream.builder();
    private long written;

    PackRewrite(PackName name, PackChannel from, PackChannel to, LongPredicate keep) {
        this.name = name;
        this.from = from;
        this.to = to;
        this.keep = keep;
    }

    /**
     * A generation that is complete and on stable storage.
     *
     * @param contentIds of the messages whose octets are in it
     * @param offsets where the record of each begins
     */
    public record Result(PackName name, long length, long[] contentIds, long[] offsets) {}

    Result run(PackScan scan) throws IOException {
        for (Optional<PackRecord> next = scan.next(); next.isPresent(); next = scan.next()) {
            PackRecord record = next.get();
            if (record.event() instanceof LogEvent.GroupEnd) {
                // Of use only while the index may not have its group.
                continue;
            }
            boolean message = record.event() instanceof LogEvent.Filed && record.form() != ContentForm.NONE;
            if (message && !keep.test(((LogEvent.Filed) record.event()).contentId())) {
                GroupLog bare = new GroupLog(name.id(), 0);
                bare.add(record.event());
                gathered.writeBytes(bare.gathered().array());
            } else {
                if (message) {
                    contentIds.add(((LogEvent.Filed) record.event()).contentId());
                    offsets.add(written + gathered.size());
                }
                gathered.writeBytes(sound(record));
            }
            if (gathered.size() >= PIECE) {
                write();
            }
        }
        write();
        to.force();
        return new Result(
                name, written, contentIds.build().toArray(), offsets.build().toArray());
    }

    private byte[] sound(PackRecord record) throws IOException {
        byte[] octets = new byte[Math.toIntExact(record.length())];
        from.read(ByteBuffer.wrap(octets), record.offset());
        RecordHeader header = RecordHeader.read(octets);
        int start = RecordHeader.LENGTH + header.metaLength();
        if (RecordHeader.crc(octets, start, octets.length - start) != header.contentCrc()) {
            throw new DamagedRecordException("the message at " + record.offset() + " is damaged");
        }
        return octets;
    }

    private void write() throws IOException {
        to.write(ByteBuffer.wrap(gathered.toByteArray()), written);
        written += gathered.size();
        gathered.reset();
    }
}
