// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on one address and port, and gives every connection a virtual thread. Safe for any number of threads. */
public final class Listener implements AutoCloseable {
    /** How long {@link #close()} lets sessions finish. */
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(4);

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    /** How long to wait before accepting again when the process is out of descriptors. */
    private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);

    /** How long a finished connection may keep sending before it is cut. */
    private static final Duration LINGER = Duration.ofMillis(500);

    private final ListenerConfig config;
    private final ConnectionHandler handler;
    private final OpenConnections open = new OpenConnections();
    private @Nullable ServerSocket server;

    public Listener(ListenerConfig config, ConnectionHandler handler) {
        this.config = config;
        this.handler = handler;
    }

    /**
     * Takes the port without serving it yet. Idempotent.
     *
     * @throws ListenException when it cannot be had
     */
    public synchronized void bind() throws ListenException {
        if (server != null) {
            return;
        }
        InetSocketAddress address = config.address();
        try {
            // Closed in close(); an unbound server socket holds nothing.
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address, config.backlog());
            server = socket;
        } catch (IOException e) {
            throw new ListenException(explain(address, e), e);
        }
    }

    /**
     * Begins to serve, taking the port first if need be.
     *
     * @throws ListenException when the port cannot be had
     */
    public synchronized void start() throws ListenException {
        bind();
        ServerSocket socket = server;
        if (socket != null) {
            Thread.ofVirtual().name(config.name() + "-accept").start(() -> accept(socket));
            Thread.ofVirtual().name(config.name() + "-stalls").start(() -> open.watch());
        }
    }

    /** The port in use, once bound. */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException(config.name() + " is not bound");
        }
        return server.getLocalPort();
    }

    /** How many connections are open. */
    public int connections() {
        return open.count();
    }

    /**
     * Stops accepting, wakes sessions that wait for input with the end of the stream, lets the others finish, and cuts off
     * what is left when the time is over. Returns within {@code grace}. Idempotent.
     */
    public void close(Duration grace) {
        ServerSocket socket;
        synchronized (this) {
            socket = server;
        }
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.debug("{}: closing the port failed", config.name(), e);
        }
        open.close(grace);
    }

    @Override
    public void close() {
        close(DEFAULT_GRACE);
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                String session = config.sessions().next();
                Thread.ofVirtual().name(config.name() + "-" + session).start(() -> serve(socket, session));
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    LOG.warn("{}: cannot accept: {}", config.name(), e.getMessage());
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ACCEPT_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket, String session) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InetAddress peer = peerOf(socket);
            Optional<ConnectionLimits.Place> place = config.limits().enter(peer);
            if (place.isEmpty()) {
                LOG.info("{}: too many connections, peer={}", config.name(), peer.getHostAddress());
                refuse(socket);
                return;
            }
            try (var _ = place.get()) {
                run(new Connection(session, socket, peer, config));
            }
        } catch (IOException e) {
            // The peer left, was silent for too long or does not speak TLS: everyday life.
            LOG.debug("{}: session={} ended: {}", config.name(), session, e.toString());
        } catch (RuntimeException | Error e) {
            LOG.error("{}: session={} failed", config.name(), session, e);
        }
    }

    private void run(Connection connection) throws IOException {
        if (!open.add(connection)) {
            return;
        }
        try {
            if (config.implicitTls()) {
                connection.startTls();
            }
            handler.serve(connection);
            connection.finish(LINGER);
        } finally {
            connection.close();
            connection.release();
            open.remove(connection);
        }
    }

    private InetAddress peerOf(Socket socket) throws IOException {
        InetAddress direct = socket.getInetAddress();
        if (config.proxies().stream().noneMatch(block -> block.contains(direct))) {
            return direct;
        }
        socket.setSoTimeout((int) config.handshakeTimeout().toMillis());
        InetAddress announced = ProxyHeader.read(socket.getInputStream()).orElse(direct);
        socket.setSoTimeout(0);
        return announced;
    }

    /** A fresh socket takes one line without blocking. */
    private void refuse(Socket socket) throws IOException {
        if (!config.implicitTls() && !config.busyLine().isEmpty()) {
            socket.getOutputStream().write(config.busyLine().getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
        }
    }

    private String explain(InetSocketAddress address, IOException cause) {
        String where = config.name() + ": port " + address.getPort() + " on " + address.getHostString();
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof BindException && message.contains("in use")) {
            return where + " is already in use by another program";
        }
        if (message.contains("ermission denied")) {
            return where + " may only be opened by an administrator";
        }
        return where + " cannot be opened: " + message;
    }
}
