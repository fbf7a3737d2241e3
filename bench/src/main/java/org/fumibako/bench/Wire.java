// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/**
 * One client connection: reads lines in place, without a copy or a decoder, and writes a prepared batch in one go. Confined
 * to one thread.
 */
final class Wire implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer;
    private int next;
    private int limit;
    private int lineStart;
    private int lineEnd;

    private Wire(Socket socket, int bufferSize) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.buffer = new byte[bufferSize];
    }

    /** Connects to a loopback port with an initial read buffer of {@code bufferSize} octets. */
    static Wire connect(int port, int bufferSize) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            return new Wire(socket, bufferSize);
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    /** The other end of a connection that was accepted. */
    static Wire over(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return new Wire(socket, 8192);
    }

    /** Connects to a loopback port and begins TLS; whoever answers will do. */
    static Wire connectTls(int port, int bufferSize) throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        try {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(TIMEOUT_MILLIS);
            SSLSocket socket =
                    (SSLSocket) TrustAnybody.CONTEXT.getSocketFactory().createSocket(plain, "localhost", port, true);
            socket.startHandshake();
            return new Wire(socket, bufferSize);
        } catch (IOException failure) {
            plain.close();
            throw failure;
        }
    }

    void write(byte[] octets) throws IOException {
        out.write(octets);
    }

    void write(byte[] octets, int length) throws IOException {
        out.write(octets, 0, length);
    }

    void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads the next line, which stays valid until the next call; its text is at {@link #line()}. */
    void readLine() throws IOException {
        int scanned = next;
        while (true) {
            for (int i = scanned; i < limit; i++) {
                if (buffer[i] == '\n') {
                    lineStart = next;
                    lineEnd = i > next && buffer[i - 1] == '\r' ? i - 1 : i;
                    next = i + 1;
                    return;
                }
            }
            int unread = limit - next;
            fill();
            scanned = next + unread;
        }
    }

    /** Whether the line last read starts with these octets. */
    boolean startsWith(byte[] prefix) {
        if (lineEnd - lineStart < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (buffer[lineStart + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** The octet at {@code index} of the line last read, or 0 past its end. */
    int at(int index) {
        return lineStart + index < lineEnd ? buffer[lineStart + index] : 0;
    }

    int lineLength() {
        return lineEnd - lineStart;
    }

    String line() {
        return new String(buffer, lineStart, lineEnd - lineStart, StandardCharsets.ISO_8859_1);
    }

    /** Skips octets that follow the line last read, such as a literal. */
    void skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (next == limit) {
                fill();
            }
            int step = (int) Math.min(left, limit - next);
            next += step;
            left -= step;
        }
    }

    private void fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, limit - next);
            limit -= next;
            next = 0;
        }
        if (limit == buffer.length) {
            byte[] larger = new byte[buffer.length * 2];
            System.arraycopy(buffer, 0, larger, 0, limit);
            buffer = larger;
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        limit += count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
