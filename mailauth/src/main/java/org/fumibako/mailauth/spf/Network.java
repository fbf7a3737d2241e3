// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.net.InetAddress;

/** Comparing the first bits of two addresses of one family. */
final class Network {
    private Network() {}

    static boolean contains(byte[] network, int bits, InetAddress address) {
        byte[] octets = address.getAddress();
        if (octets.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (octets[i] != network[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || ((octets[whole] ^ network[whole]) & 0xFF) >> (8 - rest) == 0;
    }
}
