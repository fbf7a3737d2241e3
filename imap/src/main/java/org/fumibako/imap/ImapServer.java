// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.time.Clock;
import java.time.Duration;
import org.fumibako.imap.command.Handlers;
import org.fumibako.net.ListenException;
import org.fumibako.net.Listener;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Directory;
import org.fumibako.search.TextIndex;
import org.fumibako.store.MessageStore;

/** Serves IMAP on one port. Safe for any number of threads. */
public final class ImapServer implements AutoCloseable {
    private final Listener listener;

    /** Serves what is in the store; SEARCH for texts looks into every message. */
    public ImapServer(
            ImapConfig config, MessageStore store, Directory directory, Authenticator authenticator, Clock clock) {
        this(config, new Mail(store, TextIndex.NONE), directory, authenticator, clock);
    }

    /** Messages, and what knows which of them have a word. */
    public record Mail(MessageStore store, TextIndex index) {}

    public ImapServer(ImapConfig config, Mail mail, Directory directory, Authenticator authenticator, Clock clock) {
        Handlers handlers = new Handlers(new Handlers.Services(
                mail.store(), mail.index(), directory, authenticator, clock, config.appendLimit(), config.spool()));
        listener = new Listener(config.listener(), connection -> new ImapSession(connection, handlers).run());
    }

    /**
     * Begins to serve.
     *
     * @throws ListenException when the port cannot be had
     */
    public void start() throws ListenException {
        listener.start();
    }

    /** The port in use, once started. */
    public int port() {
        return listener.port();
    }

    /** How many connections are open. */
    public int connections() {
        return listener.connections();
    }

    /** Says BYE to everyone, lets running commands finish, and returns within {@code grace}. Idempotent. */
    public void close(Duration grace) {
        listener.close(grace);
    }

    @Override
    public void close() {
        listener.close();
    }
}
