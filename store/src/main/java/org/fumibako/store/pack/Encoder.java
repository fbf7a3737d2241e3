// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.fumibako.model.Content;

/** Makes messages ready for packs: compression and checksums, on the thread of whoever brings the message. */
final class Encoder {
    /** Also the most of a message that is ever in memory at once. */
    static final int FRAME = 1 << 20;

    private final PackDisk disk;
    private final Compressors compressors;

    Encoder(PackDisk disk, Compressors compressors) {
        this.disk = disk;
        this.compressors = compressors;
    }

    /** For messages of at most {@link #FRAME} octets. */
    StoredContent inline(Content content) throws IOException {
        byte[] raw = content.bytes();
        byte[] stored = compressors.compress(raw, raw.length);
        ContentForm form = stored.length < raw.length ? ContentForm.ZSTD : ContentForm.RAW;
        return new StoredContent(raw.length, form, stored, RecordHeader.crc(stored, 0, stored.length), 0, 0);
    }

    /** Writes {@code content} as the one record of a new file and forces it to disk. */
    StoredContent solo(Content content, long pack, Path file) throws IOException {
        try (PackChannel channel = disk.create(file)) {
            MetaWriter head = new MetaWriter(RecordHeader.LENGTH);
            LogCodec.write(head, new LogEvent.Blob(content.size()));
            int metaLength = head.length() - RecordHeader.LENGTH;
            FrameIndexWriter index = new FrameIndexWriter(frames(content.size()));
            long end = frames(content, channel, head.length(), index);
            channel.write(ByteBuffer.wrap(index.octets()), end);
            long contentLength = end - head.length() + index.octets().length;
            new RecordHeader(
                            RecordKind.BLOB,
                            ContentForm.FRAMED,
                            metaLength,
                            RecordHeader.crc(head.array(), RecordHeader.LENGTH, metaLength),
                            contentLength,
                            RecordHeader.crc(index.octets(), 0, index.octets().length))
                    .write(head.array());
            channel.write(ByteBuffer.wrap(head.array(), 0, head.length()), 0);
            channel.force();
            return StoredContent.inSolo(content.size(), pack, head.length() + contentLength);
        }
    }

    private long frames(Content content, PackChannel channel, long start, FrameIndexWriter index) throws IOException {
        long position = start;
        long left = content.size();
        try (InputStream in = content.open()) {
            while (left > 0) {
                byte[] raw = in.readNBytes((int) Math.min(FRAME, left));
                if (raw.length == 0) {
                    throw new IOException("message ends " + left + " octets early");
                }
                byte[] stored = compressors.compress(raw, raw.length);
                channel.write(ByteBuffer.wrap(stored), position);
                index.add(stored);
                position += stored.length;
                left -= raw.length;
            }
        }
        return position;
    }

    static int frames(long size) {
        return Math.toIntExact((size + FRAME - 1) / FRAME);
    }

    /** Stored length and checksum of each frame. */
    private static final class FrameIndexWriter {
        private final ByteBuffer entries;

        FrameIndexWriter(int frames) {
            entries = ByteBuffer.allocate(frames * FramedContent.INDEX_ENTRY);
        }

        void add(byte[] frame) {
            entries.putInt(frame.length).putInt(RecordHeader.crc(frame, 0, frame.length));
        }

        byte[] octets() {
            return entries.array();
        }
    }
}
