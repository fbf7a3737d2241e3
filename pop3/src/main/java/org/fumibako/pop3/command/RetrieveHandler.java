// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import org.fumibako.model.Content;
import org.fumibako.pop3.wire.DotStuffer;
import org.fumibako.pop3.wire.Pop3Command;
import org.fumibako.store.MessageStore;

/** RETR (RFC 1939 §5) and TOP (§7): a message, or its beginning, straight from the store to the client. */
final class RetrieveHandler {
    private final MessageStore store;

    RetrieveHandler(MessageStore store) {
        this.store = store;
    }

    void whole(int number, Session session, Maildrop maildrop) throws IOException {
        OptionalInt index = maildrop.find(number);
        if (index.isEmpty()) {
            session.err("There is no such message");
            return;
        }
        send(index.getAsInt(), Long.MAX_VALUE, session, maildrop);
        maildrop.retrieved(index.getAsInt());
    }

    void top(Pop3Command.Top command, Session session, Maildrop maildrop) throws IOException {
        OptionalInt index = maildrop.find(command.number());
        if (index.isEmpty()) {
            session.err("There is no such message");
            return;
        }
        send(index.getAsInt(), command.lines(), session, maildrop);
    }

    private void send(int index, long lines, Session session, Maildrop maildrop) throws IOException {
        try (Content content =
                        store.content(maildrop.account().id(), maildrop.inbox().contentId(index));
                InputStream message = content.open()) {
            session.ok(content.size() + " octets");
            new DotStuffer(session.connection().out()).top(message, lines);
        }
    }
}
