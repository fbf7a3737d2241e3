// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IMAP client with just what the load needs; one command at a time (RFC 9051, RFC 7888 for the literals). */
final class ImapClient implements AutoCloseable {

    private static final byte[] TAG = "A ".getBytes(US_ASCII);
    private static final byte[] TAGGED_OK = "A OK".getBytes(US_ASCII);
    private static final Pattern MESSAGES = Pattern.compile("MESSAGES (\\d+)");
    private static final int READ_BUFFER = 64 * 1024;

    private final Wire wire;
    private String capabilities = "";

    private ImapClient(Wire wire) {
        this.wire = wire;
    }

    static ImapClient connect(int port) throws IOException {
        return connect(port, READ_BUFFER);
    }

    /** Connects with a smaller read buffer, for crowds of connections that say little. */
    static ImapClient connect(int port, int bufferSize) throws IOException {
        ImapClient client = new ImapClient(Wire.connect(port, bufferSize));
        client.wire.readLine();
        return client;
    }

    /** The same over TLS. */
    static ImapClient connectTls(int port, int bufferSize) throws IOException {
        ImapClient client = new ImapClient(Wire.connectTls(port, bufferSize));
        client.wire.readLine();
        return client;
    }

    ImapClient login(Account account) throws IOException {
        command("LOGIN \"" + account.address() + "\" \"" + account.password() + "\"");
        return this;
    }

    /** Sends one command and reads to its tagged OK; returns the number of untagged response lines. */
    int command(String command) throws IOException {
        wire.write("A " + command + "\r\n");
        return completion();
    }

    /** The number of messages in a mailbox. */
    long messages(String mailbox) throws IOException {
        wire.write("A STATUS " + mailbox + " (MESSAGES)\r\n");
        wire.readLine();
        Matcher matcher = MESSAGES.matcher(wire.line());
        if (!matcher.find()) {
            throw new IOException("no MESSAGES in " + wire.line());
        }
        completion();
        return Long.parseLong(matcher.group(1));
    }

    boolean offers(String capability) throws IOException {
        if (capabilities.isEmpty()) {
            wire.write("A CAPABILITY\r\n");
            wire.readLine();
            capabilities = wire.line() + " ";
            completion();
        }
        return capabilities.contains(" " + capability + " ");
    }

    /** Sends a prepared batch of octets that makes one command, and reads to its tagged OK. */
    void batch(byte[] octets, int length) throws IOException {
        wire.write(octets, length);
        completion();
    }

    /** Starts IDLE (RFC 2177 §3); the connection then only waits. */
    void idle() throws IOException {
        wire.write("A IDLE\r\n");
        do {
            wire.readLine();
        } while (wire.at(0) != '+');
    }

    /** Reads on while idling until a new message is told of. */
    void awaitExists() throws IOException {
        do {
            wire.readLine();
        } while (!wire.line().endsWith(" EXISTS"));
    }

    /** Searches for a word under a key (RFC 9051 §6.4.4); returns how many messages it finds. */
    int search(String key, String word) throws IOException {
        byte[] octets = word.getBytes(UTF_8);
        wire.write("A UID SEARCH CHARSET UTF-8 " + key + " {" + octets.length + "}\r\n");
        wire.readLine();
        if (wire.at(0) != '+') {
            throw new IOException("unexpected IMAP response: " + wire.line());
        }
        wire.write(octets);
        wire.write("\r\n");
        wire.readLine();
        int found = wire.line().split(" ", -1).length - 2;
        completion();
        return found;
    }

    private int completion() throws IOException {
        int untagged = 0;
        while (true) {
            wire.readLine();
            long literal = literalLength();
            while (literal >= 0) {
                wire.skip(literal);
                wire.readLine();
                literal = literalLength();
            }
            if (wire.startsWith(TAGGED_OK)) {
                return untagged;
            }
            if (wire.startsWith(TAG)) {
                throw new IOException("unexpected IMAP response: " + wire.line());
            }
            untagged++;
        }
    }

    private long literalLength() {
        int last = wire.lineLength() - 1;
        if (last < 2 || wire.at(last) != '}') {
            return -1;
        }
        long length = 0;
        long scale = 1;
        int index = last - 1;
        while (index > 0 && Character.isDigit(wire.at(index))) {
            length += scale * (wire.at(index--) - '0');
            scale *= 10;
        }
        return wire.at(index) == '{' && scale > 1 ? length : -1;
    }

    /** Closes the socket at once: a client that ends an IDLE by going away. */
    @Override
    public void close() throws IOException {
        wire.close();
    }
}
