// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.net.AddressBlock;

/**
 * Where mail may be carried to. What others write into DNS must not make us connect to our own machine or network: an MX record
 * that names 127.0.0.1 would let strangers speak to whatever listens there.
 *
 * @param permitted exceptions, for networks of one's own
 */
public record AddressPolicy(List<AddressBlock> permitted) {
    /** Public addresses only. */
    public static final AddressPolicy PUBLIC = new AddressPolicy(List.of());

    /** Not for use on the Internet (RFC 6890); multicast besides. */
    private static final List<AddressBlock> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001:db8::/32",
                    "fc00::/7",
                    "fe80::/10",
                    "ff00::/8")
            .map(text -> AddressBlock.parse(text).orElseThrow())
            .toList();

    public AddressPolicy {
        permitted = List.copyOf(permitted);
    }

    /** Whether mail may go there. An IPv6 address that stands for an IPv4 one never gets here: Java makes it IPv4. */
    public boolean permits(InetAddress address) {
        return permitted.stream().anyMatch(block -> block.contains(address))
                || SPECIAL.stream().noneMatch(block -> block.contains(address));
    }
}
