// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.fumibako.smtp.client.Smarthost.Credentials;

/** One address of one server, with everything that tells one connection to it from another: connections are kept by this. */
record Target(String name, InetAddress address, int port, TlsDemand tls, Optional<Credentials> credentials) {
    InetSocketAddress socketAddress() {
        return new InetSocketAddress(address, port);
    }

    RemoteHost host() {
        return new RemoteHost(name, address, port, Optional.empty());
    }

    Target inClear() {
        return new Target(name, address, port, new TlsDemand.None(), credentials);
    }
}
