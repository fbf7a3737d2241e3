// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A small SMTP client that sends what it is told and hands back what it gets. Strings are octets (ISO 8859-1). */
public final class SmtpClient implements AutoCloseable {
    private final LineSocket socket;
    private final Reply greeting;

    private SmtpClient(LineSocket socket) throws IOException {
        this.socket = socket;
        this.greeting = readReply();
    }

    /** A reply's code and its lines' texts, without codes and line endings. */
    public record Reply(int code, List<String> lines) {
        public Reply {
            lines = List.copyOf(lines);
        }

        /** All lines, with spaces between. */
        public String text() {
            return String.join(" ", lines);
        }

        /** Whether an EHLO reply offers an extension, by its whole line. */
        public boolean offers(String extension) {
            return lines.stream().skip(1).anyMatch(line -> line.equalsIgnoreCase(extension));
        }
    }

    /** Connects and reads the greeting. */
    public static SmtpClient connect(int port) throws IOException {
        return new SmtpClient(LineSocket.connect(port));
    }

    /** The same on another of this machine's addresses. */
    public static SmtpClient connect(InetSocketAddress address) throws IOException {
        return new SmtpClient(LineSocket.connect(address));
    }

    /** The same on a port with implicit TLS. */
    public static SmtpClient connectTls(int port) throws IOException {
        LineSocket socket = LineSocket.connect(port);
        socket.startTls();
        return new SmtpClient(socket);
    }

    /** The same as {@link #connect}, as a proxy for a client at an IPv4 address (PROXY protocol §2.1). */
    public static SmtpClient connectFor(String client, int port) throws IOException {
        LineSocket socket = LineSocket.connect(port);
        socket.send("PROXY TCP4 " + client + " 127.0.0.1 40000 " + port + "\r\n");
        return new SmtpClient(socket);
    }

    public Reply greeting() {
        return greeting;
    }

    /** The connection, for what the methods here do not send. */
    public LineSocket socket() {
        return socket;
    }

    /** Sends one line and reads its reply. */
    public Reply command(String line) throws IOException {
        socket.send(line + "\r\n");
        return readReply();
    }

    /** STARTTLS, the handshake, and EHLO again. */
    public Reply startTls() throws IOException {
        Reply reply = command("STARTTLS");
        if (reply.code() != 220) {
            return reply;
        }
        socket.startTls();
        return command("EHLO client.test");
    }

    /** AUTH PLAIN with an initial response. */
    public Reply authPlain(String user, String password) throws IOException {
        byte[] message = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        return command("AUTH PLAIN " + Base64.getEncoder().encodeToString(message));
    }

    /** MAIL, RCPT for each recipient, DATA: stops at the first refusal and returns it, else the reply to the message. */
    public Reply send(String from, List<String> recipients, String message) throws IOException {
        Reply reply = command("MAIL FROM:<" + from + ">");
        for (String recipient : recipients) {
            if (reply.code() / 100 == 2) {
                reply = command("RCPT TO:<" + recipient + ">");
            }
        }
        if (reply.code() / 100 == 2) {
            reply = command("DATA");
        }
        return reply.code() == 354 ? data(message) : reply;
    }

    /** What follows 354: stuffs dots, ends the message. Its lines must end with CRLF, save perhaps the last. */
    public Reply data(String message) throws IOException {
        String stuffed = (message.startsWith(".") ? "." : "") + message.replace("\r\n.", "\r\n..");
        socket.send(stuffed + (stuffed.endsWith("\r\n") ? "" : "\r\n") + ".\r\n");
        return readReply();
    }

    /** Reads one reply, of one or many lines. */
    public Reply readReply() throws IOException {
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = socket.readLine();
            if (!line.matches("[2-5][0-9][0-9]([ -].*)?")) {
                throw new IOException("not an SMTP reply: " + Escapes.readable(line));
            }
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() == 3 || line.charAt(3) == ' ') {
                return new Reply(Integer.parseInt(line.substring(0, 3)), lines);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
