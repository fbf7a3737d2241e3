// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;
import org.fumibako.model.DomainName;

/**
 * The names that clients may use for this host: its own, and of every hosted domain those of the usual ones that DNS says are here.
 * A name that is elsewhere could not be proven, and would keep the others from their certificate.
 */
public final class PointingNames implements CertifiedNames {
    /** What customers write into mail programs, and what programs ask by themselves. */
    private static final List<String> LABELS =
            List.of("mail", "smtp", "imap", "pop", "pop3", "webmail", "autoconfig", "autodiscover", "mta-sts", "www");

    /** For the two families of one name, with aliases on the way. */
    private static final int QUESTIONS = 20;

    private static final Duration TIME = Duration.ofSeconds(20);

    private final DomainName host;
    private final Supplier<List<DomainName>> domains;
    private final Resolver resolver;

    /** @param domains those that are hosted here */
    public PointingNames(DomainName host, Supplier<List<DomainName>> domains, Resolver resolver) {
        this.host = host;
        this.domains = domains;
        this.resolver = resolver;
    }

    @Override
    public List<DomainName> holders() {
        return Stream.concat(Stream.of(host), domains.get().stream()).distinct().toList();
    }

    @Override
    public Set<DomainName> names(DomainName holder) {
        return holder.equals(host) ? Set.of(host) : pointing(holder, addresses(host));
    }

    private Set<DomainName> pointing(DomainName domain, Set<InetAddress> here) {
        Set<DomainName> names = new LinkedHashSet<>();
        for (String label : LABELS) {
            DomainName.parse(label + "." + domain.ascii())
                    .filter(name -> isHere(name, here))
                    .ifPresent(names::add);
        }
        if (isHere(domain, here)) {
            names.add(domain);
        }
        return names;
    }

    /** All of a name's addresses have to be here: the authority asks any of them. */
    private boolean isHere(DomainName name, Set<InetAddress> here) {
        Set<InetAddress> addresses = addresses(name);
        return !addresses.isEmpty() && here.containsAll(addresses);
    }

    private Set<InetAddress> addresses(DomainName name) {
        Budget budget = Budget.of(QUESTIONS, TIME, System::nanoTime);
        Set<InetAddress> addresses = new HashSet<>();
        if (resolver.addresses(DnsName.of(name), budget) instanceof Answer.Records records) {
            records.all(RecordData.A.class).forEach(a -> addresses.add(a.address()));
            records.all(RecordData.Aaaa.class).forEach(a -> addresses.add(a.address()));
        }
        return addresses;
    }
}
