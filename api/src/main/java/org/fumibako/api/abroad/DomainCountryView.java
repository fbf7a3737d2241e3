// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.abroad;

import java.net.InetAddress;
import java.util.List;
import org.fumibako.model.DomainName;
import org.fumibako.registry.CountryRules;

/** The rule of a domain; {@code allowed} are addresses that may always be sent from. */
record DomainCountryView(boolean limited, List<String> allowed) {
    static DomainCountryView of(CountryRules rules, DomainName domain) {
        return new DomainCountryView(
                rules.isLimited(domain),
                rules.allowed(domain).stream()
                        .map(InetAddress::getHostAddress)
                        .sorted()
                        .toList());
    }
}
