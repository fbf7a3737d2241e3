// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.Optional;
import org.fumibako.dns.DnsName;
import org.fumibako.mailauth.TlsPolicy;
import org.fumibako.model.DomainName;

/** Finds out how connections to a domain's exchanges have to be protected. Safe for any number of threads. */
@FunctionalInterface
public interface TlsPolicies {
    /** TLS where it is offered. */
    TlsPolicies OPPORTUNISTIC = (_, _, _) -> Optional.of(new TlsPolicy.Opportunistic());

    /**
     * @param domain the recipients' domain
     * @param exchange one of the hosts that take its mail
     * @param proven whether DNSSEC proves the MX records and the host's addresses; without that DANE has no ground to stand on
     *     (RFC 7672 §2.2)
     * @return empty when it cannot be found out just now: the exchange must not be used then (RFC 7672 §2.1.1)
     */
    Optional<TlsPolicy> of(DomainName domain, DnsName exchange, boolean proven);
}
