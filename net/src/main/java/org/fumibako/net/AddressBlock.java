// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.net.InetAddress;
import java.util.Optional;

/** A network in CIDR form: {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or one address. */
public record AddressBlock(InetAddress network, int prefix) {
    public AddressBlock {
        if (prefix < 0 || prefix > network.getAddress().length * 8) {
            throw new IllegalArgumentException("prefix /" + prefix + " for " + network.getHostAddress());
        }
    }

    /** Reads an address literal with an optional prefix length; names are not looked up. */
    public static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        String literal = slash < 0 ? text : text.substring(0, slash);
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            int prefix = slash < 0 ? address.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
            return Optional.of(new AddressBlock(address, prefix));
        } catch (IllegalArgumentException notABlock) {
            return Optional.empty();
        }
    }

    /** Whether the address lies in the network; IPv4 addresses only in IPv4 networks. */
    public boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
