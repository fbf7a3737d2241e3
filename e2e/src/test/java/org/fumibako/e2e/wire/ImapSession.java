// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IMAP client over TLS, one command at a time (RFC 9051). */
public final class ImapSession implements AutoCloseable {

    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}$");
    private static final Pattern UID = Pattern.compile("\\bUID (\\d+)");
    private static final Pattern APPENDUID = Pattern.compile("\\[APPENDUID \\d+ (\\d+)]");

    private final LineSocket socket;
    private int tags;

    private ImapSession(LineSocket socket) {
        this.socket = socket;
    }

    /** Connects to the implicit TLS port and signs in. */
    public static ImapSession login(int port, Path ca, String user, String password) throws IOException {
        ImapSession session = new ImapSession(LineSocket.secure(port, ca));
        try {
            session.socket.readLine();
            session.command("LOGIN \"" + user + "\" \"" + password + "\"");
            return session;
        } catch (IOException failure) {
            session.close();
            throw failure;
        }
    }

    /** One response: its text with each literal's octets apart, in order. */
    public record Response(String text, List<byte[]> literals) {}

    /** Sends a command and returns its responses, the tagged OK last; a NO or BAD is an IOException. */
    public List<Response> command(String command) throws IOException {
        String tag = "t" + ++tags;
        socket.write(tag + " " + command + "\r\n");
        return completion(tag);
    }

    /** Selects a mailbox; the state is what the server said in its response codes. */
    public MailboxState select(String mailbox) throws IOException {
        return MailboxState.of(command("SELECT " + mailbox + " (CONDSTORE)"));
    }

    /** Every message of the selected mailbox, whole, by UID. */
    public SortedMap<Long, byte[]> messages() throws IOException {
        return messages("1:*");
    }

    /** The messages whose UIDs are in a range, both ends included. */
    public SortedMap<Long, byte[]> messages(long first, long last) throws IOException {
        return messages(first + ":" + last);
    }

    private SortedMap<Long, byte[]> messages(String uids) throws IOException {
        SortedMap<Long, byte[]> messages = new TreeMap<>();
        for (Response response : command("UID FETCH " + uids + " (UID BODY.PEEK[])")) {
            Matcher uid = UID.matcher(response.text());
            if (uid.find() && !response.literals().isEmpty()) {
                messages.put(Long.valueOf(uid.group(1)), response.literals().getFirst());
            }
        }
        return messages;
    }

    /** Appends a message; returns its UID when the server tells it (RFC 4315 §3). */
    public OptionalLong append(String mailbox, byte[] message) throws IOException {
        String tag = "t" + ++tags;
        socket.write(tag + " APPEND " + mailbox + " {" + message.length + "}\r\n");
        String line = socket.readLine();
        while (!line.startsWith("+")) {
            if (line.startsWith(tag)) {
                throw new ImapRefusal(line);
            }
            line = socket.readLine();
        }
        socket.write(message);
        socket.write("\r\n");
        Matcher uid = APPENDUID.matcher(completion(tag).getLast().text());
        return uid.find() ? OptionalLong.of(Long.parseLong(uid.group(1))) : OptionalLong.empty();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private List<Response> completion(String tag) throws IOException {
        List<Response> responses = new ArrayList<>();
        while (true) {
            Response response = response();
            responses.add(response);
            if (response.text().startsWith(tag + " OK")) {
                return responses;
            }
            if (response.text().startsWith(tag + " ")) {
                throw new ImapRefusal(response.text());
            }
        }
    }

    private Response response() throws IOException {
        StringBuilder text = new StringBuilder();
        List<byte[]> literals = new ArrayList<>();
        while (true) {
            String line = socket.readLine();
            text.append(line);
            Matcher literal = LITERAL.matcher(line);
            if (!literal.find()) {
                return new Response(text.toString(), literals);
            }
            literals.add(socket.readOctets(Integer.parseInt(literal.group(1))));
        }
    }

    /** The text of octets, one character an octet. */
    public static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
