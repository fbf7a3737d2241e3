// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.setup;

import java.util.List;

/** サーバー情報. */
record ServerView(String host, List<String> addresses, List<String> nameServers, String version, List<PortView> ports) {
    /** A service on a port, and how it is protected. */
    record PortView(String service, int port, MailServer.Security security) {}

    static ServerView of(MailServer server) {
        return new ServerView(
                server.host().ascii(),
                server.addresses(),
                server.nameServers(),
                server.version(),
                server.ports().stream()
                        .map(port -> new PortView(port.service(), port.port(), port.security()))
                        .toList());
    }
}
