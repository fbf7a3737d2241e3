// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** What a client is compared with (RFC 7208 §5). A mechanism without target looks at the domain of its own record. */
sealed interface Mechanism {
    record All() implements Mechanism {}

    record Include(MacroString target) implements Mechanism {}

    record A(Optional<MacroString> target, Prefix prefix) implements Mechanism {}

    record Mx(Optional<MacroString> target, Prefix prefix) implements Mechanism {}

    record Ptr(Optional<MacroString> target) implements Mechanism {}

    /** {@code ip4} or {@code ip6}: the length of the octets tells. */
    record Ip(byte[] network, int bits) implements Mechanism {}

    record Exists(MacroString target) implements Mechanism {}

    /** How many bits count, for each family (RFC 7208 §5.6). */
    record Prefix(int four, int six) {
        static final int FOUR = 32;
        static final int SIX = 128;

        boolean matches(InetAddress host, InetAddress client) {
            int bits = client instanceof Inet4Address ? four : six;
            return Network.contains(host.getAddress(), bits, client);
        }
    }

    /** Whether it counts among the ten (RFC 7208 §4.6.4). */
    default boolean asks() {
        return switch (this) {
            case All all -> false;
            case Ip ip -> false;
            case Include include -> true;
            case A a -> true;
            case Mx mx -> true;
            case Ptr ptr -> true;
            case Exists exists -> true;
        };
    }
}
