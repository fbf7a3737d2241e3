// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.fumibako.net.AddressBlock;

/**
 * Whom a chain of proxies speaks for: the field {@code X-Forwarded-For}, to which every proxy adds at the right whom it heard.
 * Only what our own proxies added is believed, so what a client wrote itself, further left, never counts.
 */
final class ForwardedFor {
    /** Hops that are looked at; a chain of our own proxies is shorter, and a field of 16 kB could name thousands. */
    static final int MAX_HOPS = 32;

    private final List<AddressBlock> proxies;

    ForwardedFor(List<AddressBlock> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /** Whether {@code peer} is one of our proxies. */
    boolean isTrusted(InetAddress peer) {
        return proxies.stream().anyMatch(network -> network.contains(peer));
    }

    /**
     * The client behind {@code peer}, who is one of our proxies: the rightmost address that is none. What is no address ends the
     * search, and the last proxy before it counts as the client.
     *
     * @param values the fields of that name, in their order
     */
    InetAddress client(InetAddress peer, List<String> values) {
        String[] hops = String.join(",", values).split(",", -1);
        InetAddress nearest = peer;
        for (int hop = hops.length - 1; hop >= Math.max(0, hops.length - MAX_HOPS); hop--) {
            Optional<InetAddress> named = address(hops[hop].strip());
            if (named.isEmpty() || !isTrusted(nearest)) {
                return nearest;
            }
            nearest = named.get();
        }
        return nearest;
    }

    /** With or without a port, as different proxies write it: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static Optional<InetAddress> address(String hop) {
        String bare = hop;
        if (hop.startsWith("[") && hop.contains("]")) {
            bare = hop.substring(1, hop.indexOf(']'));
        } else if (hop.indexOf(':') > 0 && hop.indexOf(':') == hop.lastIndexOf(':')) {
            bare = hop.substring(0, hop.indexOf(':'));
        }
        return bare.contains("/") ? Optional.empty() : AddressBlock.parse(bare).map(AddressBlock::network);
    }
}
