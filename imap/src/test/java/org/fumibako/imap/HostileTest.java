// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.imap.wire.ImapLimits;
import org.fumibako.imap.wire.ImapReader;
import org.fumibako.imap.wire.ImapWriter;
import org.fumibako.net.BoundedReader;
import org.fumibako.testkit.ImapClient;
import org.junit.jupiter.api.Test;

/**
 * What peers cost who mean harm. Work is counted in octets allocated, which do not depend on how busy the machine is; how long
 * others wait meanwhile, the bench measures.
 */
class HostileTest {
    private static final int CONNECTIONS = Integer.getInteger("hostile.connections", 200);

    /** What a connection may cost before sign-in. */
    private static final long MAX_BEFORE_LOGIN = 64 << 10;

    @Test
    void whoHoldsHalfACommandBeforeSigningInCostsNoMoreThan64KilobytesEach() throws IOException {
        String half = "a LOGIN \"" + "x".repeat(ImapLimits.MAX_COMMAND_BEFORE_LOGIN - 20);
        try (TestServer server = TestServer.start();
                Crowd warm = new Crowd(server.port(), 1, half)) {
            assertThat(warm.size()).isOne();
            long before = liveOctets();
            try (Crowd crowd = new Crowd(server.port(), CONNECTIONS, half)) {
                long each = (liveOctets() - before) / crowd.size();
                assertThat(each).as("octets a connection, both ends").isLessThan(MAX_BEFORE_LOGIN);
                try (ImapClient client = server.client()) {
                    assertThat(client.command("NOOP").ok()).isTrue();
                }
            }
        }
    }

    @Test
    void tenTimesTheCommandIsNoMoreThanTwelveTimesTheWork() throws Exception {
        linear(size -> "FETCH " + "1:2,".repeat(size) + "1 UID", 10_000);
        linear(size -> "SEARCH " + "OR ALL ".repeat(size) + "ALL", 40);
        linear(size -> "SEARCH " + "ALL ".repeat(size) + "ALL", 400);
        linear(size -> "SEARCH " + "(".repeat(size) + "ALL" + ")".repeat(size), 40);
        linear(size -> "FETCH 1 (" + "UID ".repeat(size) + "UID)", 15);
        linear(size -> "LIST \"\" \"" + "%*".repeat(size) + "\"", 5_000);
        linear(size -> "SELECT \"" + "&TtVOiw-/".repeat(size) + "x\"", 5_000);
        linear(size -> "STORE 1 FLAGS (" + "k ".repeat(size) + "k)", 5_000);
        linear(size -> "GETMETADATA INBOX (" + "/shared/comment ".repeat(size) + "/shared/comment)", 15);
        linear(size -> "NOTIFY SET (inboxes NONE)" + " (inboxes NONE)".repeat(size), 9);
    }

    private interface Command {
        String of(int size);
    }

    private static void linear(Command command, int size) throws Exception {
        parse(command.of(size));
        long once = parse(command.of(size));
        long tenTimes = parse(command.of(10 * size));
        // What a command costs whatever its size does not count.
        assertThat(tenTimes)
                .as("%s... of size %d: %d octets allocated", command.of(1), size, once)
                .isLessThan(12 * once + (64 << 10));
    }

    /** Octets that are allocated to read the command, which is a valid one. */
    private static long parse(String command) throws Exception {
        byte[] line = ("a " + command + "\r\n").getBytes(StandardCharsets.US_ASCII);
        ImapReader reader = new ImapReader(
                new BoundedReader(new ByteArrayInputStream(line)), new ImapWriter(new ByteArrayOutputStream()));
        reader.signedIn();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(reader.next()).isTrue();
        Object parsed = reader.arguments();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(parsed).isNotNull();
        return allocated;
    }

    @SuppressWarnings("SystemGc") // what is live is the question
    private static long liveOctets() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** Connections from several addresses, as one has a bound of its own; each has sent its octets and had the greeting. */
    private static final class Crowd implements AutoCloseable {
        private final List<Socket> sockets = new ArrayList<>();

        Crowd(int port, int size, String octets) throws IOException {
            byte[] bytes = octets.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < size; i++) {
                Socket socket = new Socket();
                sockets.add(socket);
                socket.bind(new InetSocketAddress(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + i / 50)}), 0));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                socket.setSoTimeout(60_000);
                while (socket.getInputStream().read() != '\n') {
                    // The greeting.
                }
                socket.getOutputStream().write(bytes);
            }
        }

        int size() {
            return sockets.size();
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
