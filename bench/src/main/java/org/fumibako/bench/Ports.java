// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

/** The loopback ports of a server. */
record Ports(int smtp, int imap, int imaps, int pop3, int submissions) {

    /** Ports at {@code base} + the protocol's standard port. */
    static Ports at(int base) {
        return new Ports(base + 25, base + 143, base + 993, base + 110, base + 465);
    }
}
