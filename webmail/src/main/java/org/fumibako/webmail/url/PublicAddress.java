// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import java.net.InetAddress;
import java.util.List;

/** Tells addresses on the public internet from all others (RFC 6890 and the registries that it began). */
public final class PublicAddress {
    private static final List<Block> CLOSED_4 = List.of(
            Block.of(8, 0),
            Block.of(8, 10),
            Block.of(10, 100, 64),
            Block.of(8, 127),
            Block.of(16, 169, 254),
            Block.of(12, 172, 16),
            Block.of(24, 192, 0, 0),
            Block.of(24, 192, 0, 2),
            Block.of(24, 192, 88, 99),
            Block.of(16, 192, 168),
            Block.of(15, 198, 18),
            Block.of(24, 198, 51, 100),
            Block.of(24, 203, 0, 113),
            Block.of(4, 224),
            Block.of(4, 240));

    /** Within 2000::/3, outside of which nothing is public. */
    private static final List<Block> CLOSED_6 = List.of(
            Block.of(23, 0x20, 0x01, 0x00), // protocol assignments, Teredo among them
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
            Block.of(16, 0x20, 0x02), // 6to4: any IPv4 address in disguise
            Block.of(20, 0x3f, 0xff, 0x00)); // documentation

    private static final Block GLOBAL_6 = Block.of(3, 0x20);

    private PublicAddress() {}

    /** Octets of which the first {@code bits} bits are fixed. */
    private record Block(int bits, int... octets) {
        static Block of(int bits, int... octets) {
            return new Block(bits, octets);
        }

        boolean has(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int wanted = bit / 8 < octets.length ? octets[bit / 8] : 0;
                int mask = 0x80 >> (bit % 8);
                if ((wanted & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether it is somewhere out there: neither this machine, nor its network, nor many at once, nor nobody. */
    public static boolean is(InetAddress address) {
        byte[] octets = address.getAddress();
        return octets.length == 4
                ? CLOSED_4.stream().noneMatch(block -> block.has(octets))
                : GLOBAL_6.has(octets) && CLOSED_6.stream().noneMatch(block -> block.has(octets)) && !hidesFour(octets);
    }

    /** An interface identifier that says that it is an IPv4 address (RFC 5214 §6.1). */
    private static boolean hidesFour(byte[] octets) {
        boolean isatap = octets[9] == 0 && octets[10] == 0x5e && octets[11] == (byte) 0xfe;
        return isatap && (octets[8] == 0 || octets[8] == 2);
    }
}
