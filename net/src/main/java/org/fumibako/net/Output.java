// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects a reply and sends it with one write at {@link #flush()}. Confined to one thread at a time.
 *
 * <p>The buffer grows with the reply; beyond {@value #MAX_BUFFER} octets it is written out in between. After a flush nothing
 * is held.
 */
public final class Output extends OutputStream {
    /** Most replies are one line. */
    private static final int FIRST_BUFFER = 256;

    /** One TLS record's worth; more would not make fewer packets. */
    static final int MAX_BUFFER = 16 * 1024;

    private static final byte[] NOTHING = new byte[0];

    private Sink sink;
    private byte[] buffer = NOTHING;
    private int size;

    Output(Sink sink) {
        this.sink = sink;
    }

    /** Writes to a stream, with one write a flush. */
    public Output(OutputStream stream) {
        this((from, offset, length) -> {
            stream.write(from, offset, length);
            stream.flush();
        });
    }

    /** Goes on with another sink; everything must be flushed. */
    void switchTo(Sink next) {
        sink = next;
    }

    @Override
    public void write(int octet) throws IOException {
        reserve(1);
        buffer[size++] = (byte) octet;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        if (length >= MAX_BUFFER) {
            writeOut();
            sink.write(from, offset, length);
            return;
        }
        reserve(length);
        System.arraycopy(from, offset, buffer, size, length);
        size += length;
    }

    /** Adds ASCII text; any other character becomes {@code ?}. */
    public Output ascii(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            write(c < 0x80 ? c : '?');
        }
        return this;
    }

    /** Adds text as UTF-8. */
    public Output utf8(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Ends a line. */
    public Output crlf() throws IOException {
        reserve(2);
        buffer[size++] = '\r';
        buffer[size++] = '\n';
        return this;
    }

    /** Sends what was collected, with one write; nothing when there is nothing. */
    @Override
    public void flush() throws IOException {
        writeOut();
        buffer = NOTHING;
    }

    private void reserve(int more) throws IOException {
        if (size + more > MAX_BUFFER) {
            writeOut();
        }
        if (size + more > buffer.length) {
            int grown = Math.max(FIRST_BUFFER, Math.max(size + more, buffer.length * 2));
            buffer = Arrays.copyOf(buffer, Math.min(MAX_BUFFER, grown));
        }
    }

    private void writeOut() throws IOException {
        if (size > 0) {
            int count = size;
            size = 0;
            sink.write(buffer, 0, count);
        }
    }
}
