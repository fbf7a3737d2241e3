// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.net.InetAddress;
import java.util.Optional;
import org.fumibako.app.control.Terminal;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.CountryRule;
import org.fumibako.registry.CountryRules;
import org.fumibako.registry.Registry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin country ...}: sending from abroad (SMTP認証の国外アクセス制限). */
@Command(name = "country", description = "From which countries accounts may send.")
final class CountryCommands {
    private final Registry registry;
    private final Terminal terminal;

    CountryCommands(Registry registry, Terminal terminal) {
        this.registry = registry;
        this.terminal = terminal;
    }

    @Command(name = "domain", description = "Shows or sets what holds for a domain's accounts.")
    int domain(
            @Parameters(paramLabel = "DOMAIN") String name,
            @Option(names = "--limit", paramLabel = "on|off") @Nullable String limit,
            @Option(names = "--allow", paramLabel = "ADDRESS") @Nullable String allow,
            @Option(names = "--disallow", paramLabel = "ADDRESS") @Nullable String disallow) {
        CountryRules rules = registry.countries();
        DomainName domain = DomainName.of(name);
        if (limit != null) {
            rules.limit(domain, isOn(limit), AdminCommands.OPERATOR);
        }
        if (allow != null) {
            rules.allow(domain, InetAddress.ofLiteral(allow), AdminCommands.OPERATOR);
        }
        if (disallow != null) {
            rules.disallow(domain, InetAddress.ofLiteral(disallow), AdminCommands.OPERATOR);
        }
        terminal.out().println(domain + "  limit " + (rules.isLimited(domain) ? "on" : "off"));
        rules.allowed(domain).forEach(address -> terminal.out().println("  allowed " + address.getHostAddress()));
        return 0;
    }

    @Command(name = "account", description = "Shows or sets what holds for one account.")
    int account(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--limit", paramLabel = "on|off|domain", description = "domain: as its domain says")
                    @Nullable
                    String limit) {
        CountryRules rules = registry.countries();
        EmailAddress account = EmailAddress.of(address);
        if (limit != null) {
            Optional<Boolean> own = limit.equals("domain") ? Optional.empty() : Optional.of(isOn(limit));
            rules.limit(account, own, AdminCommands.OPERATOR);
        }
        CountryRule rule = rules.of(account);
        terminal.out().println(account + "  limit " + (rule.limited() ? "on" : "off"));
        rule.passes().forEach(pass -> terminal.out().println(TravelCommands.line(pass)));
        return 0;
    }

    private static boolean isOn(String word) {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("The limit is on or off, not " + word + ".");
        };
    }
}
