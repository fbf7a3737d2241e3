// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import java.time.Duration;
import org.fumibako.net.ListenException;
import org.fumibako.net.Listener;
import org.fumibako.pop3.command.Handlers;
import org.fumibako.pop3.command.MaildropLocks;
import org.fumibako.registry.Authenticator;
import org.fumibako.store.MessageStore;

/** Serves POP3 on one port. Safe for any number of threads. */
public final class Pop3Server implements AutoCloseable {
    private final Listener listener;

    /** @param locks shared by all ports, so that one session at a time holds a maildrop */
    public Pop3Server(Pop3Config config, MessageStore store, Authenticator authenticator, MaildropLocks locks) {
        Handlers handlers = new Handlers(store, authenticator, locks);
        listener = new Listener(
                config.listener(), connection -> new Pop3Session(connection, handlers, config.autologout()).run());
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

    /** Lets a QUIT that is being committed come to its answer, and returns within {@code grace}. Idempotent. */
    public void close(Duration grace) {
        listener.close(grace);
    }

    @Override
    public void close() {
        listener.close();
    }
}
