// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * How many connections there may be at once, in all and from one peer; may be shared by listeners. An IPv6 peer is its /64,
 * because one customer usually has that many addresses. The loopback is only counted in all: what runs on the same
 * machine (a proxy, webmail) speaks for many people.
 */
public final class ConnectionLimits {
    private final int total;
    private final int perPeer;
    private final Map<String, Integer> peers = new HashMap<>();
    private int open;

    public ConnectionLimits(int total, int perPeer) {
        if (total < 1 || perPeer < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
        this.total = total;
        this.perPeer = perPeer;
    }

    /** A place for one more connection from {@code peer}, or empty when there is none. */
    Optional<Place> enter(InetAddress peer) {
        String network = networkOf(peer);
        synchronized (this) {
            boolean full = open >= total || (!peer.isLoopbackAddress() && peers.getOrDefault(network, 0) >= perPeer);
            if (full) {
                return Optional.empty();
            }
            open++;
            peers.merge(network, 1, Integer::sum);
        }
        return Optional.of(new Place(network));
    }

    private synchronized void leave(String network) {
        open--;
        peers.computeIfPresent(network, (key, count) -> count == 1 ? null : count - 1);
    }

    private static String networkOf(InetAddress peer) {
        byte[] octets = peer.getAddress();
        return HexFormat.of().formatHex(peer instanceof Inet6Address ? Arrays.copyOf(octets, 8) : octets);
    }

    /** One connection's place. */
    final class Place implements AutoCloseable {
        private final String network;
        private boolean left;

        private Place(String network) {
            this.network = network;
        }

        /** Gives the place back. Idempotent. */
        @Override
        public void close() {
            if (!left) {
                left = true;
                leave(network);
            }
        }
    }
}
