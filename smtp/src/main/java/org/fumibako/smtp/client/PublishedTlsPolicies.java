// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.TlsPolicy;
import org.fumibako.mailauth.dane.TlsaRecord;
import org.fumibako.mailauth.mtasts.MtaSts;
import org.fumibako.model.DomainName;

/**
 * What domains publish: TLSA records of the exchange where DNSSEC proves everything that leads there, else the domain's MTA-STS
 * policy. DANE comes first, and MTA-STS must not make up for it where it fails (RFC 8461 §2).
 */
public final class PublishedTlsPolicies implements TlsPolicies {
    /** The TLSA records, and the one that says that there is an MTA-STS policy; the cache has both mostly. */
    private static final int QUESTIONS = 2;

    private static final Duration TIME = Duration.ofSeconds(20);

    private final Resolver resolver;
    private final MtaSts mtaSts;

    public PublishedTlsPolicies(Resolver resolver, MtaSts mtaSts) {
        this.resolver = resolver;
        this.mtaSts = mtaSts;
    }

    @Override
    public Optional<TlsPolicy> of(DomainName domain, DnsName exchange, boolean proven) {
        Budget budget = Budget.of(QUESTIONS, TIME, System::nanoTime);
        if (proven) {
            Answer answer = resolver.resolve(exchange.prepend("_25._tcp"), RecordType.TLSA, budget);
            if (answer instanceof Answer.Failure) {
                // RFC 7672 §2.1.1: somebody may be hiding the records.
                return Optional.empty();
            }
            if (answer instanceof Answer.Records records && records.authenticated()) {
                List<TlsaRecord> keys = records.all(RecordData.Tlsa.class).stream()
                        .map(TlsaRecord::of)
                        .toList();
                return Optional.of(new TlsPolicy.Dane(keys));
            }
        }
        return Optional.of(mtaSts.policyFor(domain, budget));
    }
}
