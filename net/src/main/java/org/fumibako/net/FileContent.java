// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.fumibako.model.Content;

/** Content in an open file; several streams may read it at once. */
record FileContent(FileChannel channel, long size) implements Content {
    @Override
    public InputStream open(long offset, long length) {
        long from = Math.clamp(offset, 0, size);
        return new RangeStream(channel, from, from + Math.clamp(length, 0, size - from));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class RangeStream extends InputStream {
        private final FileChannel channel;
        private final long end;
        private long position;

        RangeStream(FileChannel channel, long start, long end) {
            this.channel = channel;
            this.position = start;
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
            int wanted = (int) Math.min(length, end - position);
            int count = wanted == 0 ? -1 : channel.read(ByteBuffer.wrap(into, offset, wanted), position);
            position += Math.max(count, 0);
            return count;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, end - position);
        }
    }
}
