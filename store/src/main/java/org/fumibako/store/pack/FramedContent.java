// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.fumibako.model.Content;

/** A large message in a solo pack, read frame by frame; one frame is in memory at a time and stream. */
final class FramedContent implements Content {
    /** Octets of an index entry: stored length and checksum of a frame. */
    static final int INDEX_ENTRY = 8;

    private final PackChannel channel;
    private final Compressors compressors;
    private final long size;
    private final long[] offsets;
    private final int[] checksums;

    /** Takes over {@code channel}. {@code start} is where the record's content begins in it. */
    FramedContent(PackChannel channel, Compressors compressors, RecordHeader header, long start, long size)
            throws IOException {
        this.channel = channel;
        this.compressors = compressors;
        this.size = size;
        int frames = Encoder.frames(size);
        byte[] index = new byte[frames * INDEX_ENTRY];
        if (index.length > header.contentLength()) {
            throw new DamagedRecordException("content shorter than its index");
        }
        channel.read(ByteBuffer.wrap(index), start + header.contentLength() - index.length);
        if (RecordHeader.crc(index, 0, index.length) != header.contentCrc()) {
            throw new DamagedRecordException("checksum of the frame index does not match");
        }
        offsets = new long[frames + 1];
        checksums = new int[frames];
        offsets[0] = start;
        ByteBuffer entries = ByteBuffer.wrap(index);
        for (int i = 0; i < frames; i++) {
            offsets[i + 1] = offsets[i] + entries.getInt();
            checksums[i] = entries.getInt();
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open(long offset, long length) {
        long from = Math.min(Math.max(offset, 0), size);
        return new Range(from, from + Math.min(Math.max(length, 0), size - from));
    }

    private byte[] frame(int number) throws IOException {
        int stored = Math.toIntExact(offsets[number + 1] - offsets[number]);
        int raw = (int) Math.min(Encoder.FRAME, size - (long) number * Encoder.FRAME);
        if (stored < 0 || stored > raw) {
            throw new DamagedRecordException("frame " + number + " has an impossible length");
        }
        byte[] octets = new byte[stored];
        channel.read(ByteBuffer.wrap(octets), offsets[number]);
        if (RecordHeader.crc(octets, 0, stored) != checksums[number]) {
            throw new DamagedRecordException("checksum of frame " + number + " does not match");
        }
        return stored == raw ? octets : compressors.decompress(octets, 0, stored, raw);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From {@code position} to {@code end} of the message. */
    private final class Range extends InputStream {
        private final long end;
        private long position;
        private InputStream frame = InputStream.nullInputStream();

        Range(long position, long end) {
            this.position = position;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (position >= end) {
                return -1;
            }
            int count = frame.read(into, offset, (int) Math.min(length, end - position));
            if (count < 0) {
                int within = (int) (position % Encoder.FRAME);
                byte[] octets = frame((int) (position / Encoder.FRAME));
                frame = new ByteArrayInputStream(octets, within, octets.length - within);
                count = frame.read(into, offset, (int) Math.min(length, end - position));
            }
            position += count;
            return count;
        }
    }
}
