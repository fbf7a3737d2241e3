// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Addresses as macros write them (RFC 7208 §7.3). */
final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    static boolean isFour(InetAddress address) {
        return address instanceof Inet4Address;
    }

    /** Dotted quad, or nibbles with dots between them. */
    static String dotted(InetAddress address) {
        if (isFour(address)) {
            return address.getHostAddress();
        }
        StringBuilder nibbles = new StringBuilder(63);
        for (byte octet : address.getAddress()) {
            nibbles.append(nibbles.isEmpty() ? "" : ".");
            nibbles.append(Character.forDigit((octet >> 4) & 0xF, 16))
                    .append('.')
                    .append(Character.forDigit(octet & 0xF, 16));
        }
        return nibbles.toString();
    }

    /** For people: the longest run of zero groups is left out (RFC 5952 §4.2). */
    static String readable(InetAddress address) {
        if (isFour(address)) {
            return address.getHostAddress();
        }
        byte[] octets = address.getAddress();
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (octets[2 * i] & 0xFF) << 8 | (octets[2 * i + 1] & 0xFF);
        }
        int begin = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosFrom(groups, i);
            if (zeros > length) {
                begin = i;
                length = zeros;
            }
        }
        return length < 2
                ? joined(groups, 0, GROUPS)
                : joined(groups, 0, begin) + "::" + joined(groups, begin + length, GROUPS);
    }

    private static int zerosFrom(int[] groups, int from) {
        int end = from;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - from;
    }

    private static String joined(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
