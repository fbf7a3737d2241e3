// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small IMAP client that sends what it is told and hands back what it gets. Strings are octets (ISO 8859-1). A response
 * with literals is one string: line, CRLF, literal, rest of the line.
 */
public final class ImapClient implements AutoCloseable {
    private static final Pattern LITERAL = Pattern.compile(".*\\{(\\d+)}", Pattern.DOTALL);

    private final LineSocket socket;
    private final String greeting;
    private int tags;

    private ImapClient(LineSocket socket) throws IOException {
        this.socket = socket;
        this.greeting = readResponse();
    }

    /** Untagged responses and the tagged one, without its tag: {@code OK FETCH completed}. */
    public record Result(List<String> untagged, String tagged) {
        public Result {
            untagged = List.copyOf(untagged);
        }

        public boolean ok() {
            return tagged.startsWith("OK");
        }

        /** The first untagged response that begins with {@code prefix}, {@code "* "} included; empty when there is none. */
        public String first(String prefix) {
            return untagged.stream()
                    .filter(line -> line.startsWith(prefix))
                    .findFirst()
                    .orElse("");
        }
    }

    /** Connects and reads the greeting. */
    public static ImapClient connect(int port) throws IOException {
        return new ImapClient(LineSocket.connect(port));
    }

    /** The same on a port with implicit TLS. */
    public static ImapClient connectTls(int port) throws IOException {
        LineSocket socket = LineSocket.connect(port);
        socket.startTls();
        return new ImapClient(socket);
    }

    public String greeting() {
        return greeting;
    }

    /** The connection, for what the methods here do not send. */
    public LineSocket socket() {
        return socket;
    }

    /** LOGIN with quoted strings. */
    public Result login(String user, String password) throws IOException {
        return command("LOGIN " + quoted(user) + " " + quoted(password));
    }

    /** STARTTLS and the handshake. */
    public Result startTls() throws IOException {
        Result result = command("STARTTLS");
        if (result.ok()) {
            socket.startTls();
        }
        return result;
    }

    /** APPEND with a synchronising literal. {@code options} stand before it: flags, date; may be empty. */
    public Result append(String mailbox, String options, byte[] message) throws IOException {
        String tag = nextTag();
        String space = options.isEmpty() ? "" : " ";
        socket.send(tag + " APPEND " + quoted(mailbox) + space + options + " {" + message.length + "}\r\n");
        List<String> untagged = new ArrayList<>();
        String response = readResponse();
        while (!response.startsWith("+") && !response.startsWith(tag + " ")) {
            untagged.add(response);
            response = readResponse();
        }
        if (response.startsWith(tag + " ")) {
            return new Result(untagged, response.substring(tag.length() + 1));
        }
        socket.send(message);
        socket.send("\r\n");
        return readUntil(tag);
    }

    /** Sends a command with a new tag, and reads up to its tagged response. */
    public Result command(String command) throws IOException {
        String tag = nextTag();
        socket.send(tag + " " + command + "\r\n");
        return readUntil(tag);
    }

    /** A tag that was not used yet. */
    public String nextTag() {
        tags++;
        return "T" + tags;
    }

    /** Reads up to the response with this tag. */
    public Result readUntil(String tag) throws IOException {
        List<String> untagged = new ArrayList<>();
        String response = readResponse();
        while (!response.startsWith(tag + " ")) {
            untagged.add(response);
            response = readResponse();
        }
        return new Result(untagged, response.substring(tag.length() + 1));
    }

    /** One response, its literals included. */
    public String readResponse() throws IOException {
        String response = socket.readLine();
        Matcher literal = LITERAL.matcher(response);
        while (literal.matches()) {
            byte[] octets = socket.readOctets(Integer.parseInt(literal.group(1)));
            String line = socket.readLine();
            response = response + "\r\n" + new String(octets, StandardCharsets.ISO_8859_1) + line;
            literal = LITERAL.matcher(line);
        }
        return response;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
