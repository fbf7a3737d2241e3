// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.net.InetAddress;
import java.util.Set;
import org.fumibako.model.DomainName;

/**
 * What an {@link SmtpClient} is to do.
 *
 * @param host our name in EHLO, and the one that no MX record of others may lead back to
 * @param ownAddresses where we take mail ourselves: an MX record that leads there would be a loop
 * @param port on which exchanges take mail; 25, but for the demo and for tests
 */
public record ClientConfig(
        DomainName host,
        Set<InetAddress> ownAddresses,
        int port,
        AddressPolicy addresses,
        ClientTimeouts timeouts,
        ClientLimits limits) {
    /** The port of RFC 5321 §4.5.4.2. */
    public static final int SMTP = 25;

    public ClientConfig {
        ownAddresses = Set.copyOf(ownAddresses);
    }

    /** With the standard's bounds, to the public Internet. */
    public static ClientConfig of(DomainName host, Set<InetAddress> ownAddresses) {
        return new ClientConfig(
                host, ownAddresses, SMTP, AddressPolicy.PUBLIC, ClientTimeouts.STANDARD, ClientLimits.STANDARD);
    }
}
