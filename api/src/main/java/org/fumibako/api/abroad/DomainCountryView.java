// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.abroad;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fumibako.api.abroad.AccountCountryView.PassView;
import org.fumibako.model.DomainName;
import org.fumibako.registry.CountryRules;

/**
 * The rule of a domain.
 *
 * @param home the countries that are not abroad
 * @param allowed addresses that may always be sent from
 * @param overrides accounts that are not as the domain says
 * @param passes travel passes (出張モード) of its accounts, also those that ended within 30 days
 */
record DomainCountryView(
        boolean limited,
        List<String> home,
        List<String> allowed,
        List<CountryOverride> overrides,
        List<AccountPass> passes) {
    /** How long a pass that ended is still shown. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** An account with a rule of its own. */
    record CountryOverride(String account, boolean limited) {}

    /** A pass and whose it is. */
    record AccountPass(String account, PassView pass) {}

    static DomainCountryView of(CountryRules rules, Abroad abroad, DomainName domain, Instant now) {
        return new DomainCountryView(
                rules.isLimited(domain),
                abroad.settings().home().stream().sorted().toList(),
                rules.allowed(domain).stream()
                        .map(InetAddress::getHostAddress)
                        .sorted()
                        .toList(),
                rules.overrides(domain).entrySet().stream()
                        .map(one -> new CountryOverride(one.getKey().toString(), one.getValue()))
                        .toList(),
                rules.passes(domain, now.minus(REMEMBERED)).stream()
                        .map(one -> new AccountPass(one.account().toString(), PassView.of(one.pass())))
                        .toList());
    }
}
