// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.time.Duration;
import org.fumibako.net.Connection;
import org.fumibako.net.ListenException;
import org.fumibako.net.Listener;

/** One SMTP service on one port. Safe for any number of threads. */
public final class SmtpServer implements AutoCloseable {
    private final SmtpConfig config;
    private final Handlers handlers;
    private final Listener listener;

    public SmtpServer(SmtpConfig config, SmtpDependencies dependencies) {
        this.config = config;
        this.handlers = new Handlers(config, dependencies);
        this.listener = new Listener(config.listener(), this::serve);
    }

    /**
     * Takes the port without serving it yet.
     *
     * @throws ListenException when it cannot be had
     */
    public void bind() throws ListenException {
        listener.bind();
    }

    /**
     * Begins to serve, taking the port first if need be.
     *
     * @throws ListenException when it cannot be had
     */
    public void start() throws ListenException {
        listener.start();
    }

    /** The port in use, once bound. */
    public int port() {
        return listener.port();
    }

    /** How many sessions are open. */
    public int connections() {
        return listener.connections();
    }

    /** Lets messages that are being stored come to their answer, says goodbye to the others; returns within {@code grace}. */
    public void close(Duration grace) {
        listener.close(grace);
    }

    @Override
    public void close() {
        listener.close();
    }

    private void serve(Connection connection) throws IOException {
        new SmtpSession(connection, config, handlers).run();
    }
}
