// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import org.fumibako.net.BoundedReader;

/** Reads the octets of a message from the connection: a DATA up to its dot, or a BDAT chunk. */
public final class DataReader {
    private final BoundedReader in;

    public DataReader(BoundedReader in) {
        this.in = in;
    }

    /** Told after each portion, how many octets came since the last call; it may give up by throwing. */
    public interface Progress {
        void received(int octets) throws IOException;
    }

    /** Up to and including {@code CRLF . CRLF}, looked at in place. */
    public void readData(OutputStream sink, Progress progress) throws IOException {
        DataScanner scanner = new DataScanner();
        while (!scanner.ended()) {
            await();
            int from = in.position();
            int next = scanner.scan(in.buffer(), from, in.limit(), sink);
            in.consume(next - from);
            progress.received(next - from);
        }
    }

    /** Exactly {@code size} octets. */
    public void readChunk(long size, OutputStream sink, Progress progress) throws IOException {
        long left = size;
        while (left > 0) {
            await();
            int count = (int) Math.min(left, in.limit() - in.position());
            sink.write(in.buffer(), in.position(), count);
            in.consume(count);
            left -= count;
            progress.received(count);
        }
    }

    private void await() throws IOException {
        if (!in.buffered() && !in.fill()) {
            throw new EOFException("the peer left in the middle of a message");
        }
    }
}
