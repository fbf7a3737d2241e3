// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.Map;
import java.util.Optional;
import org.fumibako.model.DomainName;

/**
 * Which way mail for a domain leaves: through the smarthost that is configured for it, else through the one for all, else to
 * the domain's own servers.
 *
 * @param perDomain a present value is the domain's smarthost; an empty one sends the domain's mail directly although there is
 *     a smarthost for all
 */
public record NextHops(Map<DomainName, Optional<Smarthost>> perDomain, Optional<Smarthost> forAll) {
    /** No smarthost at all. */
    public static final NextHops DIRECT = new NextHops(Map.of(), Optional.empty());

    public NextHops {
        perDomain = Map.copyOf(perDomain);
    }

    /** The way for mail to {@code domain}. */
    public NextHop of(DomainName domain) {
        return perDomain
                .getOrDefault(domain, forAll)
                .<NextHop>map(NextHop.Relay::new)
                .orElseGet(() -> new NextHop.MailExchangers(domain));
    }
}
