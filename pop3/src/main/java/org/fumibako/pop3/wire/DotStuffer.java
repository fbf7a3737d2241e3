// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Writes a message as a multi-line response (RFC 1939 §3): lines end with CRLF, a dot that begins a line is doubled, and the
 * terminating dot follows. A line end that was stored as a lone LF is sent as CRLF. For one message.
 */
public final class DotStuffer {
    private static final int CHUNK = 8192;

    private final OutputStream out;
    private final byte[] waiting = new byte[CHUNK];
    private int count;
    private boolean crPending;
    private boolean lineBegins = true;
    private boolean inBody;
    private long linesLeft;

    public DotStuffer(OutputStream out) {
        this.out = out;
    }

    /** The whole message. */
    public void message(InputStream message) throws IOException {
        top(message, Long.MAX_VALUE);
    }

    /** The header, the empty line, and at most {@code lines} lines of the body (RFC 1939 §7 TOP). */
    public void top(InputStream message, long lines) throws IOException {
        linesLeft = lines;
        byte[] chunk = new byte[CHUNK];
        boolean more = true;
        for (int read = message.read(chunk); more && read >= 0; read = more ? message.read(chunk) : -1) {
            for (int i = 0; more && i < read; i++) {
                more = octet(chunk[i]);
            }
        }
        if (crPending || !lineBegins) {
            endLine();
        }
        emit('.');
        emit('\r');
        emit('\n');
        out.write(waiting, 0, count);
    }

    /** False when no more is wanted. */
    private boolean octet(byte octet) throws IOException {
        if (octet == '\n') {
            boolean empty = lineBegins;
            endLine();
            if (inBody) {
                linesLeft--;
            }
            inBody |= empty;
            return !inBody || linesLeft > 0;
        }
        if (crPending) {
            // A CR that ends no line is text.
            emit('\r');
            lineBegins = false;
        }
        crPending = octet == '\r';
        if (!crPending) {
            if (lineBegins && octet == '.') {
                emit('.');
            }
            emit(octet);
            lineBegins = false;
        }
        return true;
    }

    private void endLine() throws IOException {
        emit('\r');
        emit('\n');
        crPending = false;
        lineBegins = true;
    }

    private void emit(int octet) throws IOException {
        if (count == CHUNK) {
            out.write(waiting, 0, count);
            count = 0;
        }
        waiting[count++] = (byte) octet;
    }
}
