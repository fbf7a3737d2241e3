// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.time.Duration;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Raw DEFLATE (RFC 1951) between a connection and its buffers. What is held between two replies is the window of what the peer
 * sends, some 40 KB outside the heap: each write is compressed by itself, so a peer that reads slowly holds no compressor.
 */
final class Compression implements AutoCloseable {
    /** Octets that a peer may make out of any number. Inflating them takes a few tenths of a second. */
    static final long FREE = 64L << 20;

    /** Octets that the peer may make out of one, beyond that. Mail compresses to a quarter or so, commands to a tenth. */
    static final int MAX_RATIO = 100;

    /** Compressed octets that are read at once: a few commands. */
    private static final int CHUNK = 1024;

    /** Octets that are compressed at once: as far as the compressor looks back. */
    private static final int SLICE = 32 * 1024;

    private final Source source;
    private final Sink sink;
    private final Inflater inflater = new Inflater(true);
    private final byte[] chunk = new byte[CHUNK];
    private long taken;
    private long made;

    Compression(Source source, Sink sink) {
        this.source = source;
        this.sink = sink;
    }

    /** As {@link Source#read}. @throws IOException for what is not DEFLATE, or makes too much out of too little */
    int read(byte[] into, int offset, int length, Duration timeout) throws IOException {
        long start = System.nanoTime();
        while (true) {
            int count = inflate(into, offset, length);
            if (count > 0) {
                return count;
            }
            if (inflater.finished()) {
                return -1;
            }
            int got = source.read(chunk, 0, chunk.length, remaining(timeout, start));
            if (got < 0) {
                return -1;
            }
            taken += got;
            inflater.setInput(chunk, 0, got);
        }
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        int count;
        try {
            count = inflater.inflate(into, offset, length);
        } catch (DataFormatException e) {
            throw new IOException("what the peer sends is not DEFLATE", e);
        }
        made += count;
        if (made > FREE && made > MAX_RATIO * taken) {
            throw new IOException("the peer makes more than " + MAX_RATIO + " octets out of one");
        }
        return count;
    }

    private static Duration remaining(Duration timeout, long start) {
        if (timeout.isZero()) {
            return timeout;
        }
        Duration left = timeout.minusNanos(System.nanoTime() - start);
        return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
    }

    /** Compresses and sends all of it, such that the peer can read all of it. */
    void write(byte[] from, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int slice = Math.min(SLICE, length - done);
            byte[] compressed = new byte[slice + (slice >> 8) + 64];
            sink.write(compressed, 0, deflate(from, offset + done, slice, compressed));
            done += slice;
        }
    }

    /** {@code into} is larger than DEFLATE can make {@code length} octets, markers included (RFC 1951 §3.2.4). */
    private static int deflate(byte[] from, int offset, int length, byte[] into) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(from, offset, length);
            return deflater.deflate(into, 0, into.length, Deflater.SYNC_FLUSH);
        } finally {
            deflater.end();
        }
    }

    /** Gives the window back; nobody may be reading. */
    @Override
    public void close() {
        inflater.end();
    }
}
