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

    /** Octets of the IPv6 prefix that one customer of a provider has (RFC 6177). */
    private static final int IPV6_PREFIX = 8;

    /** The network the peer sits in: the IPv4 address, or the first 64 bits of an IPv6 address. */
    Optional<String> peer() {
        return origin.peer().map(Attempt::network);
    }

    private static String network(InetAddress peer) {
        return peer instanceof Inet6Address six
                ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(six.getAddress(), IPV6_PREFIX)) + "::/64"
                : peer.getHostAddress();
    }
}
