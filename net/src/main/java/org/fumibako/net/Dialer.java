// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens connections to servers, and cuts off those that hang in a write or a handshake, which a socket cannot do by itself.
 * Safe for any number of threads.
 */
public final class Dialer implements AutoCloseable {
    /** How often stalled connections are looked for. */
    private static final Duration WATCH = Duration.ofMillis(500);

    private final DialTimeouts timeouts;
    private final Set<OutgoingConnection> open = ConcurrentHashMap.newKeySet();
    private final Thread watcher;
    private volatile boolean closed;

    public Dialer(DialTimeouts timeouts) {
        this.timeouts = timeouts;
        this.watcher = Thread.ofVirtual().name("dialer-stalls").start(this::watch);
    }

    /**
     * Connects, with Nagle's algorithm off.
     *
     * @throws java.net.SocketTimeoutException when nobody answers in time
     * @throws IOException when the connection is refused, or there is no way to the server
     */
    public OutgoingConnection connect(InetSocketAddress server) throws IOException {
        // Closed with the connection that is made of it.
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(server, (int) timeouts.connect().toMillis());
            OutgoingConnection connection = new OutgoingConnection(socket, timeouts, open::remove);
            open.add(connection);
            if (closed) {
                throw new SocketException("stopping");
            }
            return connection;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** How many connections are open. */
    public int connections() {
        return open.size();
    }

    /** Cuts off every connection; none can be opened afterwards. */
    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
        open.forEach(OutgoingConnection::close);
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(WATCH);
                long now = System.nanoTime();
                open.forEach(connection -> connection.closeIfStalled(now));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
