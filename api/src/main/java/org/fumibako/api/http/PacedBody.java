// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A request's body that has to come within a time, so that nobody keeps a place by dripping. */
final class PacedBody extends FilterInputStream {
    private final long end;

    PacedBody(InputStream in, Duration patience) {
        super(in);
        this.end = System.nanoTime() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        check();
        return super.read(to, offset, length);
    }

    private void check() throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new IOException("the body came too slowly");
        }
    }
}
