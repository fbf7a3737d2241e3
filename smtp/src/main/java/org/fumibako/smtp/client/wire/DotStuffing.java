// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.wire;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The transparency of DATA (RFC 5321 §4.5.2): puts a dot before each line that begins with one. What is written must have CRLF
 * line ends only; runs of octets pass through as they are.
 */
public final class DotStuffing extends OutputStream {
    private final OutputStream sink;
    private boolean atLineStart = true;

    public DotStuffing(OutputStream sink) {
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
            if (atLineStart && octets[i] == '.') {
                sink.write(octets, run, i - run);
                sink.write('.');
                run = i;
            }
            atLineStart = octets[i] == '\n';
        }
        sink.write(octets, run, end - run);
    }
}
