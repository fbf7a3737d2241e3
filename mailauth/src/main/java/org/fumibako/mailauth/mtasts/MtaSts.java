// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.mtasts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.TlsPolicy;
import org.fumibako.model.DomainName;

/**
 * Finds what a domain asks of connections to its exchanges (RFC 8461 §5.1). A policy that was seen once holds for its time, whatever an
 * attacker does to DNS or HTTPS meanwhile. Safe for any number of threads.
 */
public final class MtaSts {
    /** How long a domain whose file could not be had is left alone (RFC 8461 §3.3). */
    static final Duration PAUSE = Duration.ofMinutes(5);

    private static final int PAUSED = 10_000;

    private final Resolver resolver;
    private final PolicyFetcher fetcher;
    private final PolicyCache cache;
    private final InstantSource clock;
    private final Cache<DomainName, Instant> failures =
            Caffeine.newBuilder().maximumSize(PAUSED).build();

    public MtaSts(Resolver resolver, PolicyFetcher fetcher, PolicyCache cache, InstantSource clock) {
        this.resolver = resolver;
        this.fetcher = fetcher;
        this.cache = cache;
        this.clock = clock;
    }

    /** {@link TlsPolicy.MtaSts}, or {@link TlsPolicy.Opportunistic} for a domain without a policy. Costs one question. */
    public TlsPolicy policyFor(DomainName domain, Budget budget) {
        Instant now = clock.instant();
        Optional<PolicyCache.Entry> known = cache.find(domain).filter(entry -> entry.holds(now));
        Optional<String> id = id(domain, budget);
        if (id.isPresent() && known.filter(entry -> entry.id().equals(id.get())).isEmpty() && mayFetch(domain, now)) {
            Optional<MtaStsPolicy> fetched = fetcher.fetch(domain).flatMap(MtaStsPolicy::parse);
            if (fetched.isPresent()) {
                cache.keep(domain, new PolicyCache.Entry(id.get(), fetched.get(), now));
                return fetched.get().demand();
            }
            failures.put(domain, now);
        }
        return known.map(entry -> entry.policy().demand()).orElseGet(TlsPolicy.Opportunistic::new);
    }

    private boolean mayFetch(DomainName domain, Instant now) {
        Instant failed = failures.getIfPresent(domain);
        return failed == null || !now.isBefore(failed.plus(PAUSE));
    }

    /** RFC 8461 §3.1: several records are as good as none. */
    private Optional<String> id(DomainName domain, Budget budget) {
        Optional<DnsName> place = DnsName.parse("_mta-sts." + domain.ascii());
        List<String> records = place.isEmpty()
                ? List.of()
                : resolver.txt(place.get(), budget).all(RecordData.Txt.class).stream()
                        .map(RecordData.Txt::joined)
                        .filter(text -> text.startsWith("v=STSv1;"))
                        .toList();
        return records.size() == 1 ? StsRecord.id(records.getFirst()) : Optional.empty();
    }
}
