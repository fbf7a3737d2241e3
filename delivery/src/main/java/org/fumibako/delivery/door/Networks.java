// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.door;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What is remembered of a client. Large senders come again from another server of the same network. */
final class Networks {
    private static final int IPV4_OCTETS = 3;
    private static final int IPV6_OCTETS = 8;
    private static final int LETTER_OCTETS = 16;

    private Networks() {}

    /** The /24 of an IPv4 address, the /64 of an IPv6 address. */
    static String of(InetAddress client) {
        byte[] octets = client.getAddress();
        int kept = client instanceof Inet4Address ? IPV4_OCTETS : IPV6_OCTETS;
        Arrays.fill(octets, kept, octets.length, (byte) 0);
        try {
            return InetAddress.getByAddress(octets).getHostAddress() + "/" + kept * Byte.SIZE;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Stands for all three together; addresses of people are not kept. */
    static String letter(String network, String sender, String recipient) {
        try {
            byte[] text = (network + '\n' + sender + '\n' + recipient).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, LETTER_OCTETS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
