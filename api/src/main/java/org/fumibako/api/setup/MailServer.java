// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.setup;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.DomainName;

/**
 * The server as programs reach it.
 *
 * @param host the name they connect to
 * @param addresses of the machine
 * @param nameServers whom a domain is to be delegated to
 */
public record MailServer(
        DomainName host, List<String> addresses, List<String> nameServers, String version, List<MailPort> ports) {
    public MailServer {
        addresses = List.copyOf(addresses);
        nameServers = List.copyOf(nameServers);
        ports = List.copyOf(ports);
    }

    /** How a connection is protected. */
    public enum Security {
        /** TLS from the first octet. */
        TLS,
        /** TLS after a command. */
        STARTTLS,
        NONE
    }

    /**
     * A service on a port.
     *
     * @param service {@code imap}, {@code pop3}, {@code submission}, {@code sieve}, {@code smtp}, {@code http}
     */
    public record MailPort(String service, int port, Security security) {}

    /** The port of a service, the one that is protected from the first octet where there are two. */
    Optional<MailPort> port(String service) {
        return ports.stream()
                .filter(one -> one.service().equals(service))
                .min((a, b) -> a.security().compareTo(b.security()));
    }

    /** The port for sending: with STARTTLS where there is one, as most programs take for granted (RFC 6409). */
    Optional<MailPort> submission() {
        return ports.stream()
                .filter(one -> one.service().equals("submission"))
                .max((a, b) -> a.security().compareTo(b.security()));
    }
}
