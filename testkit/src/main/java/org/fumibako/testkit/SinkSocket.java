// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** The socket of a {@link SinkSession}: reads octets, and tells what each read brought. Strings are octets (ISO 8859-1). */
final class SinkSocket {
    private static final byte[] END = {'\r', '\n', '.', '\r', '\n'};

    private final Consumer<String> observer;
    private final byte[] buffer = new byte[64 * 1024];
    private Socket socket;
    private int position;
    private int limit;

    SinkSocket(Socket socket, Consumer<String> observer) throws IOException {
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.observer = observer;
    }

    boolean secure() {
        return socket instanceof SSLSocket;
    }

    void startTls(SSLContext context) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        tls.setUseClientMode(false);
        tls.startHandshake();
        socket = tls;
        position = limit;
    }

    void send(String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** The next line without its CRLF; null at the end. */
    @Nullable
    String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = read();
        while (octet >= 0 && octet != '\n') {
            line.write(octet);
            octet = read();
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        if (octet < 0) {
            return null;
        }
        if (!text.endsWith("\r")) {
            throw new IOException("bare LF in a command");
        }
        return text.substring(0, text.length() - 1);
    }

    byte[] readOctets(int count) throws IOException {
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            octets[i] = (byte) require();
        }
        return octets;
    }

    /** What follows 354, up to and with the line that has only a dot. */
    byte[] readData() throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int matched = 2;
        while (matched < END.length) {
            int octet = require();
            data.write(octet);
            if (octet == END[matched]) {
                matched++;
            } else {
                matched = octet == '\r' ? 1 : 0;
            }
        }
        return data.toByteArray();
    }

    /** Waits until the client has sent something. */
    void awaitInput() throws IOException {
        require();
        position--;
    }

    /** Reads until the client leaves. */
    void drain() throws IOException {
        while (read() >= 0) {
            position = limit;
        }
    }

    private int require() throws IOException {
        int octet = read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }

    private int read() throws IOException {
        if (position == limit) {
            int count = socket.getInputStream().read(buffer);
            if (count < 0) {
                return -1;
            }
            observer.accept(new String(Arrays.copyOf(buffer, count), StandardCharsets.ISO_8859_1));
            position = 0;
            limit = count;
        }
        return buffer[position++] & 0xff;
    }
}
