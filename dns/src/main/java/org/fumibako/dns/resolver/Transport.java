// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.fumibako.dns.wire.MalformedMessageException;
import org.fumibako.dns.wire.Wire;

/** Sends one query to one upstream and waits for its reply. Every query has a socket, so a port, of its own (RFC 5452 §9.2). */
final class Transport {
    /** More than what a query offers to take; what does not fit is cut, and then malformed. */
    private static final int BUFFER = 4096;

    private final LongSupplier nanoTime;

    Transport(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Asks over UDP.
     *
     * @throws SocketTimeoutException when no reply came in time
     * @throws MalformedMessageException when something else came instead
     */
    Reply udp(Query query, InetSocketAddress upstream, Duration patience) throws IOException {
        long deadline = nanoTime.getAsLong() + patience.toNanos();
        try (DatagramSocket socket = new DatagramSocket()) {
            // Connected, so that the system drops what others send.
            socket.connect(upstream);
            socket.send(new DatagramPacket(query.message(), query.message().length));
            DatagramPacket packet = new DatagramPacket(new byte[BUFFER], BUFFER);
            String stray = "";
            for (int strays = 0; strays < ResolverLimits.MAX_STRAYS; strays++) {
                try {
                    socket.setSoTimeout(millisUntil(deadline));
                    packet.setLength(BUFFER);
                    socket.receive(packet);
                    return Reply.read(query, packet.getData(), packet.getLength());
                } catch (MalformedMessageException e) {
                    stray = String.valueOf(e.getMessage());
                } catch (SocketTimeoutException e) {
                    if (stray.isEmpty()) {
                        throw e;
                    }
                    break;
                }
            }
            throw new MalformedMessageException("instead of a reply there came " + stray);
        }
    }

    /** Asks over TCP (RFC 7766). */
    Reply tcp(Query query, InetSocketAddress upstream, Duration patience) throws IOException {
        long deadline = nanoTime.getAsLong() + patience.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(upstream, millisUntil(deadline));
            socket.setTcpNoDelay(true);
            byte[] framed = new byte[query.message().length + 2];
            framed[0] = (byte) (query.message().length >> 8);
            framed[1] = (byte) query.message().length;
            System.arraycopy(query.message(), 0, framed, 2, query.message().length);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(framed);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] length = read(socket, in, 2, deadline);
            int octets = (length[0] & 0xFF) << 8 | (length[1] & 0xFF);
            return Reply.read(query, read(socket, in, octets, deadline), octets);
        }
    }

    /** Reads exactly {@code count} octets, at most {@link Wire#MAX_MESSAGE}, before the deadline, however slowly they trickle. */
    private byte[] read(Socket socket, DataInputStream in, int count, long deadline) throws IOException {
        byte[] octets = new byte[count];
        int had = 0;
        while (had < count) {
            socket.setSoTimeout(millisUntil(deadline));
            int more = in.read(octets, had, count - had);
            if (more < 0) {
                throw new MalformedMessageException("the connection ended in the middle of a reply");
            }
            had += more;
        }
        return octets;
    }

    private int millisUntil(long deadline) throws SocketTimeoutException {
        long millis = Duration.ofNanos(deadline - nanoTime.getAsLong()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException("no reply in time");
        }
        return (int) millis;
    }
}
