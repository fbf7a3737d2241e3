// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve;

import java.time.Duration;
import org.fumibako.managesieve.command.Handlers;
import org.fumibako.net.ListenException;
import org.fumibako.net.Listener;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.sorting.Scripts;

/** Serves ManageSieve on one port. Safe for any number of threads. */
public final class ManageSieveServer implements AutoCloseable {
    private final Listener listener;

    public ManageSieveServer(ManageSieveConfig config, Scripts scripts, Authenticator authenticator) {
        Handlers handlers = new Handlers(scripts, authenticator);
        listener = new Listener(config.listener(), connection -> new ManageSieveSession(connection, handlers).run());
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

    /** Lets commands come to their answers, and returns within {@code grace}. Idempotent. */
    public void close(Duration grace) {
        listener.close(grace);
    }

    @Override
    public void close() {
        listener.close();
    }
}
