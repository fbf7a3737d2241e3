// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Listener} is to do. Start from {@link #of} and change what differs.
 *
 * @param name the protocol as the operator knows it, for threads, log and errors: {@code imap}, {@code submission}
 * @param address where to listen; port 0 takes a free one
 * @param tls certificates; without them there is neither STARTTLS nor implicit TLS
 * @param implicitTls whether the handshake comes first (RFC 8314 §3)
 * @param limits how many connections at once
 * @param busyLine what one connection too many is told, with CRLF; nothing under implicit TLS
 * @param proxies networks whose connections must begin with a PROXY header; anybody else's never does
 * @param backlog connections the system holds until they are accepted
 * @param handshakeTimeout how long a TLS handshake or a PROXY header may take
 * @param writeTimeout how long one write may wait for a peer that does not read
 * @param sessions names the connections
 */
public record ListenerConfig(
        String name,
        InetSocketAddress address,
        Optional<TlsContexts> tls,
        boolean implicitTls,
        ConnectionLimits limits,
        String busyLine,
        List<AddressBlock> proxies,
        int backlog,
        Duration handshakeTimeout,
        Duration writeTimeout,
        SessionIds sessions) {
    /** Connections in all, when nobody says otherwise: far above what a machine's users need, below its descriptors. */
    public static final int DEFAULT_TOTAL = 20_000;

    /** Connections from one peer: a mail program opens some ten, and an office shares one address. */
    public static final int DEFAULT_PER_PEER = 100;

    public ListenerConfig {
        proxies = List.copyOf(proxies);
        if (implicitTls && tls.isEmpty()) {
            throw new IllegalArgumentException(name + ": implicit TLS needs certificates");
        }
    }

    /** In clear, with default limits. */
    public static ListenerConfig of(String name, InetSocketAddress address) {
        return new ListenerConfig(
                name,
                address,
                Optional.empty(),
                false,
                new ConnectionLimits(DEFAULT_TOTAL, DEFAULT_PER_PEER),
                "",
                List.of(),
                1024,
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                new SessionIds(new SecureRandom()));
    }

    /** Offers STARTTLS: {@link Connection#startTls()} works. */
    public ListenerConfig withStartTls(TlsContexts contexts) {
        return copy(Optional.of(contexts), false, limits, busyLine, proxies);
    }

    /** Begins with the TLS handshake. */
    public ListenerConfig withImplicitTls(TlsContexts contexts) {
        return copy(Optional.of(contexts), true, limits, busyLine, proxies);
    }

    /** {@code busyLine} is the protocol's way to say that there are too many connections, with CRLF. */
    public ListenerConfig withLimits(ConnectionLimits other, String busyLine) {
        return copy(tls, implicitTls, other, busyLine, proxies);
    }

    public ListenerConfig withProxies(List<AddressBlock> networks) {
        return copy(tls, implicitTls, limits, busyLine, networks);
    }

    /** Other bounds in time, for tests and unusual networks. */
    public ListenerConfig withTimeouts(Duration handshake, Duration write) {
        return new ListenerConfig(
                name, address, tls, implicitTls, limits, busyLine, proxies, backlog, handshake, write, sessions);
    }

    private ListenerConfig copy(
            Optional<TlsContexts> tls,
            boolean implicitTls,
            ConnectionLimits limits,
            String busyLine,
            List<AddressBlock> proxies) {
        return new ListenerConfig(
                name,
                address,
                tls,
                implicitTls,
                limits,
                busyLine,
                proxies,
                backlog,
                handshakeTimeout,
                writeTimeout,
                sessions);
    }
}
