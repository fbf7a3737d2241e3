// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.fumibako.journal.Origin;

/**
 * Somebody tries to sign in.
 *
 * @param login as sent, cut to {@link #MAX_LOGIN} characters
 * @param key the address in the form in which it is looked up, or the login in lower case
 */
record Attempt(String login, String key, Optional<Credentials> credentials, String mechanism, Origin origin) {
    /** Characters kept of a login; the longest address has 64 + 1 + 253. */
    static final int MAX_LOGIN = 320;

    /** Octets of the smallest IPv6 prefix that a customer of a provider has, and of the largest (RFC 6177). */
    private static final int IPV6_PEER = 8;

    private static final int IPV6_NETWORK = 6;

    private static final int IPV4_NETWORK = 3;

    /** One machine or household: the IPv4 address, or the first 64 bits of an IPv6 address. */
    Optional<String> peer() {
        return origin.peer()
                .map(peer -> peer instanceof Inet6Address six ? prefix(six, IPV6_PEER) : peer.getHostAddress());
    }

    /** The peers that one guesser may have at hand: the /24 around an IPv4 address, the /48 around an IPv6 address. */
    Optional<String> network() {
        return origin.peer()
                .map(peer -> peer instanceof Inet6Address six ? prefix(six, IPV6_NETWORK) : prefix(peer, IPV4_NETWORK));
    }

    private static String prefix(InetAddress peer, int octets) {
        byte[] prefix = Arrays.copyOf(peer.getAddress(), octets);
        return HexFormat.ofDelimiter(":").formatHex(prefix) + "::/" + octets * Byte.SIZE;
    }
}
