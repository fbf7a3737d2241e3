// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import org.fumibako.app.StartException;
import org.fumibako.app.config.Configuration.Service;

/**
 * Where the demo is on 127.0.0.1.
 *
 * @param base what is added to each standard port; 0 lets the system choose
 * @param dns the name server's port, which has to be known before it listens
 * @param exchanges the port of other servers, on addresses of their own
 */
record DemoPorts(int base, int dns, int exchanges) {
    static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /** The highest port base with which POP3S is still a port. */
    private static final int MAX_BASE = 65_535 - 995;

    /** How often a port that is free for TCP may turn out not to be for UDP. */
    private static final int TRIES = 50;

    static DemoPorts of(int base) {
        if (base < 0 || base > MAX_BASE) {
            throw new StartException("--port-base must be 0 to " + MAX_BASE + ", not " + base + ".");
        }
        return base == 0
                ? new DemoPorts(0, free(), free())
                : new DemoPorts(base, base + Service.DNS.port(), base + Service.SMTP.port());
    }

    Map<Service, InetSocketAddress> listen() {
        Map<Service, InetSocketAddress> listen = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            int port = base == 0 ? 0 : base + service.port();
            // With a high base, what has the highest port stays away rather than everything.
            if (port <= 65_535) {
                listen.put(service, new InetSocketAddress(LOOPBACK, port));
            }
        }
        listen.put(Service.DNS, dnsAddress());
        return listen;
    }

    InetSocketAddress dnsAddress() {
        return new InetSocketAddress(LOOPBACK, dns);
    }

    /** A port that is free on every address just now. Somebody else might take it in the meantime, and the start fails then. */
    private static int free() {
        for (int i = 0; i < TRIES; i++) {
            try (ServerSocket tcp = new ServerSocket(0);
                    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort())) {
                return udp.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new StartException("There is no free port.");
    }
}
