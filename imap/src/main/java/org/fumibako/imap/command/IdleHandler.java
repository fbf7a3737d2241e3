// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fumibako.imap.wire.MessageCommand.Idle;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.store.ChangeFeed;
import org.fumibako.store.MessageStore;

/**
 * IDLE (RFC 9051 §6.3.13): tells of changes as they happen until the client says DONE. While it waits, the session is one thread
 * that reads; a change starts another for as long as telling it takes.
 */
final class IdleHandler implements CommandHandler<Idle> {
    /** Octets of the line that ends it. It should be {@code DONE}; the rest is room to say that it is not. */
    private static final int MAX_LINE = 256;

    private final MessageStore store;

    IdleHandler(MessageStore store) {
        this.store = store;
    }

    @Override
    public Completion handle(Idle command, Session session) throws IOException, SyntaxException {
        session.writer().continuation("idling");
        if (session.watch().isPresent()) {
            return watched(session.watch().get(), session);
        }
        if (session.selected().isEmpty()) {
            session.writer().flush();
            return done(session);
        }
        IdlePush push = new IdlePush(session);
        try (ChangeFeed.Subscription _ =
                store.changes().subscribe(session.mailbox().account(), push)) {
            Updates.all(session, false);
            session.writer().flush();
            return done(session);
        } finally {
            push.end();
        }
    }

    /** RFC 5465 §4: what NOTIFY asked for is told, and nothing else. */
    private static Completion watched(Watch watch, Session session) throws IOException, SyntaxException {
        watch.idling(true);
        try {
            Updates.all(session, false);
            session.writer().flush();
            return done(session);
        } finally {
            watch.idling(false);
        }
    }

    private static EOFException end(Session session) throws IOException {
        if (session.closing()) {
            session.writer().status("*", "BYE", Optional.empty(), "The server is stopping");
            session.writer().flush();
        }
        return new EOFException("the connection ended during IDLE");
    }

    /** Gives up the write lock while it waits for the client. */
    private static Completion done(Session session) throws IOException, SyntaxException {
        byte[] line;
        session.writeLock().unlock();
        try {
            line = session.reader().line(MAX_LINE);
        } finally {
            session.writeLock().lock();
        }
        if (line == null) {
            throw end(session);
        }
        if (!new String(line, StandardCharsets.US_ASCII).equalsIgnoreCase("DONE")) {
            throw new SyntaxException("Expected DONE");
        }
        return Completion.of("Idle done");
    }
}
