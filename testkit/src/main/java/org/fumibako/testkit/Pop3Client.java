// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A small POP3 client that sends what it is told and hands back what it gets. Strings are octets (ISO 8859-1). */
public final class Pop3Client implements AutoCloseable {
    private final LineSocket socket;
    private final String greeting;

    private Pop3Client(LineSocket socket) throws IOException {
        this.socket = socket;
        this.greeting = socket.readLine();
    }

    /** Connects and reads the greeting. */
    public static Pop3Client connect(int port) throws IOException {
        return new Pop3Client(LineSocket.connect(port));
    }

    /** The same on a port with implicit TLS. */
    public static Pop3Client connectTls(int port) throws IOException {
        LineSocket socket = LineSocket.connect(port);
        socket.startTls();
        return new Pop3Client(socket);
    }

    public String greeting() {
        return greeting;
    }

    /** The connection, for what the methods here do not send. */
    public LineSocket socket() {
        return socket;
    }

    /** Sends one line and reads the status line. */
    public String command(String line) throws IOException {
        socket.send(line + "\r\n");
        return socket.readLine();
    }

    /** USER and PASS; the last status line. */
    public String login(String user, String password) throws IOException {
        String status = command("USER " + user);
        return status.startsWith("+OK") ? command("PASS " + password) : status;
    }

    /** STLS and the handshake; the status line. */
    public String startTls() throws IOException {
        String status = command("STLS");
        if (status.startsWith("+OK")) {
            socket.startTls();
        }
        return status;
    }

    /**
     * Sends a command with a multi-line response; the lines without stuffed dots and without the last dot.
     *
     * @throws IOException when the server answers {@code -ERR}
     */
    public List<String> lines(String command) throws IOException {
        String status = command(command);
        if (!status.startsWith("+OK")) {
            throw new IOException(command + ": " + status);
        }
        List<String> lines = new ArrayList<>();
        String line = socket.readLine();
        while (!line.equals(".")) {
            lines.add(line.startsWith(".") ? line.substring(1) : line);
            line = socket.readLine();
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
