// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Appends prepared messages to INBOX in one write a command, with non-synchronizing literals (RFC 7888 §4). */
final class Appender {

    /** Messages of one MULTIAPPEND (RFC 3502) when a mailbox is filled. */
    private static final int FILL_BATCH = 100;

    private final Messages.Template message;

    /** Messages must be at most 4,096 octets, which a server with LITERAL- alone takes, too. */
    Appender(int messageSize) {
        this.message = Messages.ofSize(messageSize);
    }

    /** A command that appends one message, as octets to patch and to send. */
    Messages.Template single() {
        return command(1);
    }

    /** Fills INBOX up to {@code count} messages. */
    void fill(ImapClient client, int count) throws IOException {
        long present = client.messages("INBOX");
        int step = client.offers("MULTIAPPEND") ? FILL_BATCH : 1;
        Messages.Template command = command(step);
        for (long i = present; i < count; i += step) {
            byte[] octets = command.numbered(i);
            client.batch(octets, octets.length);
        }
    }

    private Messages.Template command(int messages) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int[] places = new int[message.places().length * messages];
        octets.writeBytes("A APPEND INBOX".getBytes(US_ASCII));
        int place = 0;
        for (int i = 0; i < messages; i++) {
            octets.writeBytes((" (\\Seen) {" + message.octets().length + "+}\r\n").getBytes(US_ASCII));
            for (int offset : message.places()) {
                places[place++] = octets.size() + offset;
            }
            octets.writeBytes(message.octets());
        }
        octets.writeBytes("\r\n".getBytes(US_ASCII));
        return new Messages.Template(octets.toByteArray(), places);
    }
}
