// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;
import org.fumibako.model.DomainName;

/** Finds the servers of a next hop (RFC 5321 §5.1). Safe for any number of threads. */
final class Router {
    /** Questions for one message: the MX records, and two for each exchange that is looked at, with as many for TLSA. */
    private static final int QUESTIONS = 100;

    private static final Duration TIME = Duration.ofMinutes(1);

    private final ClientConfig config;
    private final Resolver resolver;
    private final TlsPolicies policies;
    private final RandomGenerator random;

    Router(ClientConfig config, Resolver resolver, TlsPolicies policies, RandomGenerator random) {
        this.config = config;
        this.resolver = resolver;
        this.policies = policies;
        this.random = random;
    }

    Route route(NextHop hop) {
        Budget budget = Budget.of(QUESTIONS, TIME, System::nanoTime);
        return switch (hop) {
            case NextHop.MailExchangers exchangers -> exchangers(exchangers.domain(), budget);
            case NextHop.Relay relay -> relay(relay.smarthost(), budget);
        };
    }

    private Route exchangers(DomainName domain, Budget budget) {
        return switch (resolver.mx(DnsName.of(domain), budget)) {
            case Answer.Records records -> ranked(domain, records, budget);
            // RFC 5321 §5.1: without MX records the domain is its own exchange.
            case Answer.NoData _ ->
                new ExchangeWalk(config, resolver, policies, domain, budget)
                        .walk(List.of(new RecordData.Mx(0, DnsName.of(domain))), false);
            case Answer.NoSuchName _ -> Route.DeadEnd.never("5.1.2", "the domain " + domain + " does not exist");
            case Answer.Failure failure ->
                Route.DeadEnd.notNow(
                        "4.4.3",
                        "DNS does not say just now which servers take mail for " + domain + " (" + failure.reason()
                                + ")");
        };
    }

    private Route ranked(DomainName domain, Answer.Records records, Budget budget) {
        List<RecordData.Mx> all = records.all(RecordData.Mx.class);
        List<RecordData.Mx> named =
                all.stream().filter(mx -> !mx.exchange().text().isEmpty()).toList();
        if (named.isEmpty()) {
            // RFC 7505 §3.
            return Route.DeadEnd.never("5.1.10", "the domain " + domain + " takes no mail (null MX)");
        }
        List<RecordData.Mx> best = Ranking.of(named, config.limits().exchanges(), random);
        return new ExchangeWalk(config, resolver, policies, domain, budget).walk(best, records.authenticated());
    }

    private Route relay(Smarthost smarthost, Budget budget) {
        try {
            return relay(smarthost, List.of(InetAddress.ofLiteral(smarthost.host())));
        } catch (IllegalArgumentException name) {
            Optional<DnsName> host = DnsName.parse(smarthost.host());
            Answer answer =
                    host.<Answer>map(known -> resolver.addresses(known, budget)).orElseGet(Answer.NoSuchName::new);
            return answer instanceof Answer.Records
                    ? relay(smarthost, Addresses.of(answer, config.limits().addresses()))
                    : Route.DeadEnd.notNow("4.4.3", "DNS has no address for the smarthost " + smarthost.host());
        }
    }

    private static Route relay(Smarthost smarthost, List<InetAddress> addresses) {
        TlsDemand demand = switch (smarthost.tls()) {
            case NONE -> new TlsDemand.None();
            case OPPORTUNISTIC -> new TlsDemand.Opportunistic();
            case REQUIRED -> new TlsDemand.Required(new TlsDemand.Trust.WebPki());
            case IMPLICIT -> new TlsDemand.Implicit(new TlsDemand.Trust.WebPki());
        };
        return new Route.Targets(
                addresses.stream()
                        .map(address -> new Target(
                                smarthost.host(), address, smarthost.port(), demand, smarthost.credentials()))
                        .toList(),
                List.of());
    }
}
