// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/** A client's socket: sends octets as they are, reads lines. Strings are octets (ISO 8859-1). Confined to one thread. */
public final class LineSocket implements AutoCloseable {
    /** A server that is quiet for so long has failed the test; generous, because test machines are slow. */
    public static final Duration DEADLINE = Duration.ofSeconds(20);

    /** No reply in a test is longer. */
    private static final int MAX_LINE = 16 << 20;

    private Socket socket;
    private InputStream in;

    private LineSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects to a port of this machine. */
    public static LineSocket connect(int port) throws IOException {
        return connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Connects to another of this machine's addresses. */
    public static LineSocket connect(InetSocketAddress address) throws IOException {
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout((int) DEADLINE.toMillis());
        socket.setTcpNoDelay(true);
        return new LineSocket(socket);
    }

    /** Begins TLS without asking for a name; trusts everybody. */
    public void startTls() throws IOException {
        SSLSocket tls = TrustEverybody.over(socket);
        tls.startHandshake();
        socket = tls;
        in = new BufferedInputStream(tls.getInputStream());
    }

    /** Whether TLS is on. */
    public boolean secure() {
        return socket instanceof SSLSocket;
    }

    /** Other than {@link #DEADLINE}; applies to each read. */
    public void deadline(Duration deadline) throws IOException {
        socket.setSoTimeout((int) deadline.toMillis());
    }

    /** Sends octets with one write. */
    public void send(String octets) throws IOException {
        send(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    /**
     * The next line without its CRLF.
     *
     * @throws EOFException when the server closed, also in the middle of a line
     * @throws IOException when a line ends otherwise than with CRLF
     */
    public String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int before = 0;
        while (line.size() < MAX_LINE) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("closed by the server" + (line.size() > 0 ? " within: " + text(line) : ""));
            }
            if (octet == '\n') {
                if (before != '\r') {
                    throw new IOException("bare LF behind: " + text(line));
                }
                String whole = text(line);
                return whole.substring(0, whole.length() - 1);
            }
            line.write(octet);
            before = octet;
        }
        throw new IOException("line longer than " + MAX_LINE);
    }

    /** Exactly {@code count} octets. */
    public byte[] readOctets(int count) throws IOException {
        byte[] octets = in.readNBytes(count);
        if (octets.length < count) {
            throw new EOFException("closed by the server");
        }
        return octets;
    }

    /** Whether the server closed; waits for it, or for the next octet. */
    public boolean closedByServer() throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String text(ByteArrayOutputStream octets) {
        return octets.toString(StandardCharsets.ISO_8859_1);
    }
}
