// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumibako.e2e.server.Server;

/** So many connections that each commit a {@link Misdeed}, over and over, from several addresses. */
final class Crowd implements AutoCloseable {
    private static final List<Misdeed> MISDEEDS = List.of(Misdeed.values());
    /** One address may have a bound of its own. */
    private static final int PER_ADDRESS = 20;

    private static final int PAUSE_MILLIS = 50;

    private final List<Thread> members = new ArrayList<>();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean over;

    Crowd(Server server, int size) {
        for (int i = 0; i < size; i++) {
            int number = i;
            members.add(Thread.ofVirtual().start(() -> behave(server, number)));
        }
    }

    /** How often somebody was let in. */
    int connections() {
        return connections.get();
    }

    private void behave(Server server, int number) {
        Misdeed misdeed = MISDEEDS.get(number % MISDEEDS.size());
        while (!over) {
            try (Socket socket = new Socket()) {
                sockets.add(socket);
                socket.bind(new InetSocketAddress(
                        InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (1 + number / PER_ADDRESS)}), 0));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port(misdeed.service())));
                connections.incrementAndGet();
                misdeed.commit(socket, () -> over);
                sockets.remove(socket);
            } catch (IOException thrownOut) {
                rest();
            }
        }
    }

    /** Who is thrown out at once would be busy with coming again only. */
    private static void rest() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        over = true;
        for (Socket socket : sockets) {
            socket.close();
        }
        for (Thread member : members) {
            member.interrupt();
            member.join();
        }
    }
}
