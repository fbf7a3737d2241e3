// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.net.Inet6Address;
import org.fumibako.mailauth.spf.Mechanism.Prefix;

/** Reads the networks of {@code ip4} and {@code ip6} (RFC 7208 §5.6). */
final class IpParser {
    private static final int FOUR = 4;
    private static final int SIX = 16;

    /** Characters: eight groups, the last two as a dotted quad. */
    private static final int MAX_SIX = 45;

    private IpParser() {}

    static Mechanism four(String text) throws SpfSyntaxException {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int bits = slash < 0 ? Prefix.FOUR : PrefixLength.length(text.substring(slash + 1), Prefix.FOUR);
        String[] numbers = address.split("\\.", FOUR + 1);
        byte[] network = new byte[FOUR];
        for (int i = 0; i < FOUR; i++) {
            int number = numbers.length == FOUR ? octet(numbers[i]) : -1;
            if (number < 0) {
                throw new SpfSyntaxException(
                        "ip4: takes an address of four numbers, such as 192.0.2.1 or 192.0.2.0/24");
            }
            network[i] = (byte) number;
        }
        return new Mechanism.Ip(network, bits);
    }

    private static int octet(String text) {
        if (text.isEmpty() || text.length() > 3 || (text.length() > 1 && text.charAt(0) == '0')) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number <= 255 ? number : -1;
    }

    static Mechanism six(String text) throws SpfSyntaxException {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int bits = slash < 0 ? Prefix.SIX : PrefixLength.length(text.substring(slash + 1), Prefix.SIX);
        return new Mechanism.Ip(octets(address), bits);
    }

    private static byte[] octets(String address) throws SpfSyntaxException {
        try {
            if (isPlausible(address)) {
                byte[] octets = Inet6Address.ofLiteral(address).getAddress();
                return octets.length == SIX ? octets : mapped(octets);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below, as for what was not even tried.
        }
        throw new SpfSyntaxException("ip6: takes an IPv6 address, such as 2001:db8::1 or 2001:db8::/32");
    }

    /** The JDK also takes brackets and interface names. */
    private static boolean isPlausible(String address) {
        return address.indexOf(':') >= 0
                && address.length() <= MAX_SIX
                && address.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
    }

    /** The JDK makes an IPv4 address of {@code ::ffff:192.0.2.1}; as a network it stays IPv6, which no client is then in. */
    private static byte[] mapped(byte[] four) {
        byte[] octets = new byte[SIX];
        octets[10] = (byte) 0xFF;
        octets[11] = (byte) 0xFF;
        System.arraycopy(four, 0, octets, 12, FOUR);
        return octets;
    }
}
