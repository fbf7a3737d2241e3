// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fumibako.dns.DnsName;
import org.fumibako.net.ConnectionLimits;
import org.fumibako.net.ListenException;
import org.fumibako.net.Listener;
import org.fumibako.net.ListenerConfig;
import org.jspecify.annotations.Nullable;

/** The authoritative server: one port over UDP and TCP, the zones of one source. Safe for any number of threads. */
public final class DnsServer implements AutoCloseable {
    /** TCP connections in all: answers are short, so a thousand serve tens of thousands of clients a second. */
    private static final int MAX_CONNECTIONS = 1_000;

    /** From one peer: a resolver needs one, a secondary one for each transfer. */
    private static final int MAX_PER_PEER = 30;

    private final DnsServerConfig config;
    private final ZoneSource source;
    private final ZoneTable zones = new ZoneTable();
    private final SignedService signed;
    private final Notifier notifier;
    private final DnsTally tally = new DnsTally();
    private @Nullable Listener tcp;
    private @Nullable UdpServer udp;

    /** {@code clock} is for signatures; {@code random} makes the ids of our own messages. */
    public DnsServer(DnsServerConfig config, ZoneSource source, InstantSource clock, RandomGenerator random) {
        this.config = config;
        this.source = source;
        this.signed = new SignedService(
                zones,
                new TsigCheck(
                        config.secondaries().stream()
                                .map(Secondary::key)
                                .collect(Collectors.toMap(TsigKey::name, key -> key, (one, _) -> one))
                                .values()
                                .stream()
                                .toList(),
                        clock));
        this.notifier = new Notifier(config.secondaries(), clock, random);
    }

    /**
     * Takes the port, and serves what the source has.
     *
     * @throws ListenException when the port cannot be had
     */
    public synchronized void start() throws ListenException {
        source.onChange(new Changes());
        zones.load(source.zones());
        Listener listener = new Listener(
                ListenerConfig.of("dns", config.address())
                        .withLimits(new ConnectionLimits(MAX_CONNECTIONS, MAX_PER_PEER), ""),
                new TcpService(zones, signed, System::nanoTime, tally));
        listener.bind();
        UdpServer datagrams =
                datagrams(new InetSocketAddress(config.address().getAddress(), listener.port()), listener);
        RateLimiter limiter = new RateLimiter(config.rate().perSecond());
        datagrams.start(() -> new UdpService(zones, signed, limiter, config.rate(), System::nanoTime, tally));
        listener.start();
        tcp = listener;
        udp = datagrams;
    }

    private UdpServer datagrams(InetSocketAddress address, Listener listener) throws ListenException {
        try {
            return new UdpServer(address, config.workers());
        } catch (IOException e) {
            listener.close(Duration.ZERO);
            throw new ListenException(
                    "dns: UDP port " + address.getPort() + " on " + address.getHostString() + " cannot be opened: "
                            + e.getMessage(),
                    e);
        }
    }

    /** What it has answered. */
    public DnsTally tally() {
        return tally;
    }

    /** TCP connections that are open. */
    public synchronized int connections() {
        return tcp == null ? 0 : tcp.connections();
    }

    /** The port in use, once started. */
    public synchronized int port() {
        if (tcp == null) {
            throw new IllegalStateException("dns is not started");
        }
        return tcp.port();
    }

    /** Stops answering; transfers on the way have {@code grace} to finish. Idempotent. */
    public void close(Duration grace) {
        Listener listener;
        synchronized (this) {
            listener = tcp;
            if (udp != null) {
                udp.close();
            }
        }
        notifier.close();
        if (listener != null) {
            listener.close(grace);
        }
    }

    @Override
    public void close() {
        close(Listener.DEFAULT_GRACE);
    }

    private final class Changes implements ZoneSource.Listener {
        @Override
        public void replaced(Zone zone) {
            if (zones.replace(zone)) {
                notifier.tell(zone);
            }
        }

        @Override
        public void removed(DnsName apex) {
            zones.remove(apex);
        }
    }
}
