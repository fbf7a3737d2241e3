// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fumibako.delivery.Countries;
import org.fumibako.model.EmailAddress;
import org.fumibako.net.AddressBlock;
import org.fumibako.registry.CountryRule;

/** Two documentation networks that lie in a country each, and accounts that may send from home unless told. */
final class FakeCountries implements Countries {
    private static final Map<AddressBlock, String> NETWORKS = Map.of(
            new AddressBlock(InetAddress.ofLiteral("203.0.113.0"), 24), "JP",
            new AddressBlock(InetAddress.ofLiteral("198.51.100.0"), 24), "US");

    private final Map<EmailAddress, CountryRule> rules = new ConcurrentHashMap<>();

    @Override
    public Optional<String> of(InetAddress address) {
        return NETWORKS.entrySet().stream()
                .filter(network -> network.getKey().contains(address))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    CountryRule rule(EmailAddress account) {
        return rules.getOrDefault(account, new CountryRule(true, Set.of(), List.of()));
    }

    void rule(EmailAddress account, CountryRule rule) {
        rules.put(account, rule);
    }
}
