// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** An SMTP client that sends one message at a time and says what the server answered (RFC 5321). */
public final class SmtpSession implements AutoCloseable {

    private final LineSocket socket;

    private SmtpSession(LineSocket socket) {
        this.socket = socket;
    }

    /** Connects to a server's port 25 and says EHLO. */
    public static SmtpSession connect(int port) throws IOException {
        SmtpSession session = new SmtpSession(LineSocket.plain(port));
        session.reply();
        session.command("EHLO client.elsewhere.test");
        return session;
    }

    /** Connects to a submission port under TLS, says EHLO and signs in. */
    public static SmtpSession submit(int port, Path ca, String user, String password) throws IOException {
        SmtpSession session = new SmtpSession(LineSocket.secure(port, ca));
        session.reply();
        session.command("EHLO client.elsewhere.test");
        String secret =
                Base64.getEncoder().encodeToString(("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8));
        String reply = session.command("AUTH PLAIN " + secret);
        if (!reply.startsWith("235")) {
            session.close();
            throw new IOException("not signed in: " + reply);
        }
        return session;
    }

    /** Sends a command and returns the last line of the reply. */
    public String command(String command) throws IOException {
        socket.write(command + "\r\n");
        return reply();
    }

    /**
     * Delivers a message; returns the first reply that is not a success, or the final one. An IOException means that the
     * server went away before it answered: then nobody knows whether the message was accepted.
     */
    public String deliver(String sender, String recipient, byte[] message) throws IOException {
        String reply = command("MAIL FROM:<" + sender + ">");
        if (reply.startsWith("2")) {
            reply = command("RCPT TO:<" + recipient + ">");
        }
        if (reply.startsWith("2")) {
            reply = command("DATA");
        }
        if (!reply.startsWith("3")) {
            command("RSET");
            return reply;
        }
        socket.write(dotStuffed(message));
        return reply();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String reply() throws IOException {
        String line = socket.readLine();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = socket.readLine();
        }
        return line;
    }

    /** RFC 5321 §4.5.2. */
    private static byte[] dotStuffed(byte[] message) {
        ByteArrayOutputStream stuffed = new ByteArrayOutputStream(message.length + 8);
        boolean lineStart = true;
        for (byte octet : message) {
            if (lineStart && octet == '.') {
                stuffed.write('.');
            }
            stuffed.write(octet);
            lineStart = octet == '\n';
        }
        stuffed.writeBytes(".\r\n".getBytes(StandardCharsets.US_ASCII));
        return stuffed.toByteArray();
    }
}
