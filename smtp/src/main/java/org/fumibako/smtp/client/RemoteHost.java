// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A server that was tried.
 *
 * @param name as the MX record or the configuration has it
 * @param tls empty when what was said, was said in clear
 */
public record RemoteHost(String name, InetAddress address, int port, Optional<TlsProtection> tls) {
    /** {@code mx1.example.jp[192.0.2.25]:25}. */
    @Override
    public String toString() {
        return name + "[" + address.getHostAddress() + "]:" + port;
    }

    RemoteHost under(TlsProtection protection) {
        return new RemoteHost(name, address, port, Optional.of(protection));
    }
}
