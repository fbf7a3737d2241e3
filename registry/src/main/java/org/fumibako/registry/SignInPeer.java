// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** How addresses are told apart where people sign in. */
public final class SignInPeer {
    /** Octets of the smallest IPv6 prefix that a customer of a provider has, and of the largest (RFC 6177). */
    private static final int IPV6_PEER = 8;

    private static final int IPV6_NETWORK = 6;

    private static final int IPV4_NETWORK = 3;

    private static final HexFormat OCTETS = HexFormat.ofDelimiter(":");

    private SignInPeer() {}

    /** One machine or household: the IPv4 address, or the first 64 bits of an IPv6 address. */
    public static String of(InetAddress address) {
        return address instanceof Inet6Address ? prefix(address, IPV6_PEER) : address.getHostAddress();
    }

    /** The peers that one guesser may have at hand: the /24 around an IPv4 address, the /48 around an IPv6 address. */
    static String network(InetAddress address) {
        return prefix(address, address instanceof Inet6Address ? IPV6_NETWORK : IPV4_NETWORK);
    }

    /** An address that {@link #of} gives this name. */
    public static Optional<InetAddress> address(String peer) {
        try {
            int end = peer.indexOf("::/");
            byte[] octets = end < 0
                    ? InetAddress.ofLiteral(peer).getAddress()
                    : Arrays.copyOf(OCTETS.parseHex(peer.substring(0, end)), 16);
            return Optional.of(InetAddress.getByAddress(octets));
        } catch (UnknownHostException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static String prefix(InetAddress peer, int octets) {
        return OCTETS.formatHex(Arrays.copyOf(peer.getAddress(), octets)) + "::/" + octets * Byte.SIZE;
    }
}
