// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Ends every line with CRLF: a CR or LF by itself becomes one, and so does a missing last line end. What one server takes for
 * the end of a line and the next does not is how messages are smuggled (RFC 5321 §2.3.8); we send nothing of the kind.
 */
public final class CanonicalLines extends OutputStream {
    private static final byte[] CRLF = {'\r', '\n'};

    private final OutputStream sink;
    private boolean afterCr;
    private boolean atLineStart = true;

    public CanonicalLines(OutputStream sink) {
        this.sink = sink;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        int run = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            byte octet = octets[i];
            if (octet == '\r' || octet == '\n') {
                sink.write(octets, run, i - run);
                run = i + 1;
                if (octet == '\r' || !afterCr) {
                    sink.write(CRLF);
                }
            }
            afterCr = octet == '\r';
            atLineStart = octet == '\r' || octet == '\n';
        }
        sink.write(octets, run, end - run);
    }

    /** The message is whole: ends its last line. */
    public void finish() throws IOException {
        if (!atLineStart) {
            sink.write(CRLF);
        }
    }
}
