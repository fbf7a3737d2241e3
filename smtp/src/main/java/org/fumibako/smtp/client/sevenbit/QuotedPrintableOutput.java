// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.sevenbit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Encodes text with CRLF line ends as quoted-printable (RFC 2045 §6.7). {@link #finish} writes what is held back. */
final class QuotedPrintableOutput extends OutputStream {
    /** Characters of an encoded line, without the soft line break. */
    private static final int MAX_LINE = 75;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int NONE = -1;

    private final OutputStream sink;
    private int column;
    private int held = NONE;

    QuotedPrintableOutput(OutputStream sink) {
        this.sink = sink;
    }

    @Override
    public void write(int octet) throws IOException {
        int c = octet & 0xff;
        if (held == '\r' && c == '\n') {
            sink.write('\r');
            sink.write('\n');
            held = NONE;
            column = 0;
            return;
        }
        if (c == '\r' && (held == ' ' || held == '\t')) {
            // Space at the end of a line would be lost (rule 3).
            encoded(held);
            held = NONE;
        }
        release();
        if (c == ' ' || c == '\t' || c == '\r') {
            held = c;
        } else {
            put(c);
        }
    }

    /** The text is whole. */
    void finish() throws IOException {
        if (held != NONE) {
            encoded(held);
            held = NONE;
        }
    }

    private void release() throws IOException {
        if (held == '\r') {
            encoded(held);
        } else if (held != NONE) {
            literal(held);
        }
        held = NONE;
    }

    private void put(int c) throws IOException {
        if (c > ' ' && c < 0x7f && c != '=') {
            literal(c);
        } else {
            encoded(c);
        }
    }

    private void literal(int c) throws IOException {
        room(1);
        sink.write(c);
        column++;
    }

    private void encoded(int c) throws IOException {
        room(3);
        sink.write('=');
        sink.write(HEX[c >> 4]);
        sink.write(HEX[c & 0xf]);
        column += 3;
    }

    private void room(int width) throws IOException {
        if (column + width > MAX_LINE) {
            sink.write('=');
            sink.write('\r');
            sink.write('\n');
            column = 0;
        }
    }
}
