// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads datagrams and answers them: a socket for each worker on the same port, between which the system deals out the clients. */
final class UdpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UdpServer.class);

    /** Octets a datagram is read up to: questions are short, even with TSIG. */
    private static final int BUFFER = 4096;

    /** What the system may hold back while a worker is busy, such as during a garbage collection. */
    private static final int RECEIVE_BUFFER = 1024 * 1024;

    private final List<DatagramChannel> channels = new ArrayList<>();

    /** Takes the port {@code workers} times. */
    UdpServer(InetSocketAddress address, int workers) throws IOException {
        try {
            for (int i = 0; i < workers; i++) {
                DatagramChannel channel = DatagramChannel.open();
                channels.add(channel);
                if (workers > 1) {
                    channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
                }
                channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
                channel.bind(address);
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Begins to serve; {@code service} makes what one worker uses. */
    void start(Supplier<UdpService> service) {
        for (int i = 0; i < channels.size(); i++) {
            DatagramChannel channel = channels.get(i);
            // A platform thread: a virtual one would go through the poller for every datagram.
            Thread.ofPlatform().name("dns-udp-" + i).daemon().start(() -> serve(channel, service.get()));
        }
    }

    @Override
    public void close() {
        for (DatagramChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("dns: closing a port failed", e);
            }
        }
    }

    private static void serve(DatagramChannel channel, UdpService service) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                SocketAddress client = channel.receive(buffer);
                buffer.flip();
                if (service.answer(buffer, (InetSocketAddress) client)) {
                    channel.send(buffer, client);
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                // A client that cannot be reached, or says so.
                LOG.debug("dns: a datagram failed: {}", e.toString());
            } catch (RuntimeException e) {
                LOG.error("dns: a question failed", e);
            }
        }
    }
}
