// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.portal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.api.dns.DnsParts;
import org.fumibako.api.portal.DomainState.Delegation;
import org.fumibako.api.portal.DomainState.Signing;
import org.fumibako.dns.RecordData;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.NameServerState;
import org.fumibako.registry.zone.ZoneEntry;

/** Puts together how a domain is, from what is in our own databases: nothing is asked of the network. */
final class DomainStateReader {
    private final DnsParts dns;

    DomainStateReader(DnsParts dns) {
        this.dns = dns;
    }

    DomainState of(DomainName domain, Instant now) {
        Optional<NameServerState> servers = dns.nameServers().state(domain);
        List<ZoneEntry> entries = dns.editor().entries(domain).stream()
                .filter(entry -> entry.standing() != ZoneEntry.Standing.REPLACED)
                .toList();
        return new DomainState(
                domain.ascii(),
                servers.map(seen -> delegation(seen.standing())).orElse(Delegation.UNKNOWN),
                servers.filter(seen -> seen.isSettling(now))
                        .map(seen -> seen.since().plus(NameServerState.SETTLING))
                        .orElse(null),
                entries.stream().anyMatch(entry -> isOurMx(domain, entry)),
                !text(entries, domain.ascii(), "v=spf1").isEmpty(),
                signing(domain),
                policy(text(entries, "_dmarc." + domain.ascii(), "v=dmarc1")));
    }

    private static Delegation delegation(NameServerState.Standing standing) {
        return switch (standing) {
            case OURS -> Delegation.OURS;
            case PARTLY_OURS -> Delegation.PARTLY_OURS;
            case ELSEWHERE -> Delegation.ELSEWHERE;
            case NOT_DELEGATED -> Delegation.NOT_DELEGATED;
        };
    }

    private boolean isOurMx(DomainName domain, ZoneEntry entry) {
        return entry.record().data() instanceof RecordData.Mx mx
                && entry.record().name().text().equalsIgnoreCase(domain.ascii())
                && mx.exchange().text().equalsIgnoreCase(dns.settings().host().ascii());
    }

    private Signing signing(DomainName domain) {
        if (!dns.keys().signs(domain)) {
            return Signing.OFF;
        }
        return dns.keys().of(domain).isEmpty() ? Signing.WAITING : Signing.ON;
    }

    /** The text of a name that begins so; empty when there is none. */
    private static String text(List<ZoneEntry> entries, String name, String version) {
        return entries.stream()
                .filter(entry -> entry.record().name().text().equalsIgnoreCase(name))
                .map(entry -> entry.record().data() instanceof RecordData.Txt text ? text.joined() : "")
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(version))
                .findFirst()
                .orElse("");
    }

    /** RFC 7489 §6.3: the tag {@code p}. */
    private static String policy(String record) {
        for (String tag : record.split(";", -1)) {
            String[] pair = tag.strip().split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("p")) {
                return pair[1].strip().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
