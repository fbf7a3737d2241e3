// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import org.fumibako.model.Content;
import org.fumibako.pop3.wire.DotStuffer;
import org.fumibako.pop3.wire.Pop3Command;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** RETR (RFC 1939 §5) and TOP (§7): a message, or its beginning, straight from the store to the client. */
final class RetrieveHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RetrieveHandler.class);

    private final MessageStore store;

    RetrieveHandler(MessageStore store) {
        this.store = store;
    }

    void whole(int number, Session session, Maildrop maildrop) throws IOException {
        OptionalInt index = maildrop.find(number);
        if (index.isEmpty()) {
            session.err("There is no such message");
        } else if (send(index.getAsInt(), Long.MAX_VALUE, session, maildrop)) {
            maildrop.retrieved(index.getAsInt());
        }
    }

    void top(Pop3Command.Top command, Session session, Maildrop maildrop) throws IOException {
        OptionalInt index = maildrop.find(command.number());
        if (index.isEmpty()) {
            session.err("There is no such message");
        } else {
            send(index.getAsInt(), command.lines(), session, maildrop);
        }
    }

    /** False when the message could not be had, and that was said. */
    private boolean send(int index, long lines, Session session, Maildrop maildrop) throws IOException {
        try (Content content =
                        store.content(maildrop.account().id(), maildrop.inbox().contentId(index));
                InputStream message = new MessageInput(content.open())) {
            session.ok(content.size() + " octets");
            stuff(message, lines, session);
            return true;
        } catch (StoreException unreadable) {
            boolean removed = isRemoved(index, maildrop);
            if (!removed) {
                logUnreadable(index, maildrop, unreadable);
            }
            session.err(
                    removed ? "SYS/PERM" : "SYS/TEMP",
                    removed ? "Another session removed this message" : "This message cannot be read now");
            return false;
        }
    }

    /** Once a message has begun, an -ERR would be read as its text: the connection ends without the dot that would end it. */
    private static void stuff(InputStream message, long lines, Session session) throws IOException {
        try {
            new DotStuffer(session.connection().out()).top(message, lines);
        } catch (StoreException unreadable) {
            LOG.error("session={} event=message-unreadable", session.origin().session(), unreadable);
            throw new IOException("message became unreadable while it was sent", unreadable);
        }
    }

    private boolean isRemoved(int index, Maildrop maildrop) {
        try {
            return store.snapshot(maildrop.account().id(), maildrop.inbox().mailbox())
                            .indexOf(maildrop.inbox().uid(index))
                    < 0;
        } catch (MailboxException mailboxGone) {
            return true;
        }
    }

    private static void logUnreadable(int index, Maildrop maildrop, StoreException unreadable) {
        LOG.error(
                "account={} uid={} event=message-unreadable",
                maildrop.account().id(),
                maildrop.inbox().uid(index),
                unreadable);
    }
}
