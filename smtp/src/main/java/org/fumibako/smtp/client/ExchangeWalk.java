// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.TlsPolicy;
import org.fumibako.mailauth.dane.TlsaRecord;
import org.fumibako.model.DomainName;

/** Goes through a domain's exchanges, best first, and makes targets of them. For one delivery. */
final class ExchangeWalk {
    private final ClientConfig config;
    private final Resolver resolver;
    private final TlsPolicies policies;
    private final DomainName domain;
    private final Budget budget;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Attempt> passedOver = new ArrayList<>();
    private boolean loop;
    private boolean forbidden;

    private record Candidate(int preference, Target target) {}

    ExchangeWalk(ClientConfig config, Resolver resolver, TlsPolicies policies, DomainName domain, Budget budget) {
        this.config = config;
        this.resolver = resolver;
        this.policies = policies;
        this.domain = domain;
        this.budget = budget;
    }

    /** @param proven whether DNSSEC proves the list */
    Route walk(List<RecordData.Mx> ranked, boolean proven) {
        int before = Integer.MIN_VALUE;
        for (RecordData.Mx mx : ranked) {
            boolean nextBest = mx.preference() > before;
            if (nextBest && (loop || candidates.size() >= config.limits().targets())) {
                break;
            }
            before = mx.preference();
            look(mx, proven);
        }
        return route();
    }

    private void look(RecordData.Mx mx, boolean proven) {
        if (mx.exchange().text().equals(config.host().ascii())) {
            cutOff(mx.preference());
            return;
        }
        Answer answer = resolver.addresses(mx.exchange(), budget);
        switch (answer) {
            case Answer.Records records -> add(mx, records, proven && records.authenticated());
            case Answer.Failure failure ->
                passOver(
                        Stage.ROUTING,
                        "4.4.3",
                        "DNS has no address for " + mx.exchange() + " just now (" + failure.reason() + ")");
            case Answer.NoData _, Answer.NoSuchName _ -> {}
        }
    }

    private void add(RecordData.Mx mx, Answer.Records records, boolean proven) {
        List<InetAddress> addresses = Addresses.of(records, config.limits().addresses());
        if (addresses.stream().anyMatch(config.ownAddresses()::contains)) {
            cutOff(mx.preference());
            return;
        }
        List<InetAddress> permitted =
                addresses.stream().filter(config.addresses()::permits).toList();
        if (permitted.isEmpty()) {
            forbidden = true;
            return;
        }
        demand(mx.exchange(), proven)
                .ifPresent(demand -> permitted.forEach(address -> candidates.add(new Candidate(
                        mx.preference(),
                        new Target(mx.exchange().text(), address, config.port(), demand, Optional.empty())))));
    }

    /** RFC 5321 §5.1: we are one of the exchanges, so those no better than we are would send the mail back. */
    private void cutOff(int preference) {
        loop = true;
        candidates.removeIf(candidate -> candidate.preference() >= preference);
    }

    private Optional<TlsDemand> demand(DnsName exchange, boolean proven) {
        Optional<TlsPolicy> policy = policies.of(domain, exchange, proven);
        if (policy.isEmpty()) {
            passOver(Stage.TLS, "4.7.5", "how to protect mail to " + exchange + " cannot be found out just now");
            return Optional.empty();
        }
        return switch (policy.get()) {
            case TlsPolicy.Opportunistic _ -> Optional.of(new TlsDemand.Opportunistic());
            case TlsPolicy.MtaSts sts -> mtaSts(sts, exchange);
            case TlsPolicy.Dane dane -> Optional.of(new TlsDemand.Required(dane(dane, exchange)));
        };
    }

    /** RFC 8461 §5: a policy that is only tested changes nothing. */
    private Optional<TlsDemand> mtaSts(TlsPolicy.MtaSts policy, DnsName exchange) {
        if (!policy.enforce()) {
            return Optional.of(new TlsDemand.Opportunistic());
        }
        boolean listed = DomainName.parse(exchange.text())
                .filter(name -> policy.mx().stream().anyMatch(pattern -> pattern.matches(name)))
                .isPresent();
        if (!listed) {
            passOver(Stage.TLS, "4.7.5", exchange + " is not in the MTA-STS policy of " + domain);
            return Optional.empty();
        }
        return Optional.of(new TlsDemand.Required(new TlsDemand.Trust.WebPki()));
    }

    /** RFC 7672 §2.2: records none of which is usable demand TLS all the same. */
    private TlsDemand.Trust dane(TlsPolicy.Dane policy, DnsName exchange) {
        List<TlsaRecord> usable =
                policy.records().stream().filter(TlsaRecord::usable).toList();
        Set<DomainName> names = new HashSet<>(Set.of(domain));
        DomainName.parse(exchange.text()).ifPresent(names::add);
        return usable.isEmpty() ? new TlsDemand.Trust.Anybody() : new TlsDemand.Trust.Dane(usable, names);
    }

    private void passOver(Stage stage, String status, String words) {
        passedOver.add(Attempt.failed(Optional.empty(), stage, status, words));
    }

    private Route route() {
        if (!candidates.isEmpty()) {
            return new Route.Targets(
                    candidates.stream()
                            .limit(config.limits().targets())
                            .map(Candidate::target)
                            .toList(),
                    passedOver);
        }
        if (loop) {
            return Route.DeadEnd.never("5.4.6", "mail for " + domain + " would come back to this server");
        }
        if (!passedOver.isEmpty()) {
            return new Route.DeadEnd(new Outcome.Deferred(passedOver.getFirst()));
        }
        return forbidden
                ? Route.DeadEnd.never("5.4.4", "the servers of " + domain + " have no address on the public Internet")
                : Route.DeadEnd.never("5.4.4", "the servers of " + domain + " have no address");
    }
}
