// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * zstd contexts for reuse: making one costs more than compressing a mail. At most as many are in use as there are
 * processors, since a native call holds its carrier thread; virtual threads wait their turn without holding one.
 */
final class Compressors implements AutoCloseable {
    /** Measured on mail text: higher levels cost several times as much for a few per cent. */
    private static final int LEVEL = 1;

    private final ConcurrentLinkedQueue<ZstdCompressCtx> compressors = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<ZstdDecompressCtx> decompressors = new ConcurrentLinkedQueue<>();
    private final Semaphore running = new Semaphore(Runtime.getRuntime().availableProcessors());

    /** The frame for {@code length} octets of {@code raw}, or {@code raw}'s own octets when that is not smaller. */
    byte[] compress(byte[] raw, int length) {
        byte[] frame = new byte[(int) Zstd.compressBound(length)];
        int compressed = frameInto(frame, raw, length);
        // A sixteenth less is the least that pays for decompressing at every read.
        return compressed < length - length / 16 ? Arrays.copyOf(frame, compressed) : trimmed(raw, length);
    }

    private int frameInto(byte[] frame, byte[] raw, int length) {
        running.acquireUninterruptibly();
        try {
            ZstdCompressCtx context = compressors.poll();
            if (context == null) {
                context = new ZstdCompressCtx().setLevel(LEVEL);
            }
            int compressed = context.compressByteArray(frame, 0, frame.length, raw, 0, length);
            compressors.add(context);
            return compressed;
        } finally {
            running.release();
        }
    }

    private static byte[] trimmed(byte[] raw, int length) {
        return raw.length == length ? raw : Arrays.copyOf(raw, length);
    }

    /** The {@code size} octets that a frame in {@code stored} holds. */
    byte[] decompress(byte[] stored, int offset, int length, int size) throws DamagedRecordException {
        byte[] raw = new byte[size];
        running.acquireUninterruptibly();
        try {
            ZstdDecompressCtx context = decompressors.poll();
            if (context == null) {
                context = new ZstdDecompressCtx();
            }
            int count = context.decompressByteArray(raw, 0, size, stored, offset, length);
            decompressors.add(context);
            if (count != size) {
                throw new DamagedRecordException("content has " + count + " octets, not " + size);
            }
            return raw;
        } catch (ZstdException e) {
            throw new DamagedRecordException("content does not decompress: " + e.getMessage());
        } finally {
            running.release();
        }
    }

    @Override
    public void close() {
        compressors.forEach(ZstdCompressCtx::close);
        decompressors.forEach(ZstdDecompressCtx::close);
    }
}
