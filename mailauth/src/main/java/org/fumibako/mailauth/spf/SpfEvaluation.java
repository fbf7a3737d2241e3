// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;

/** One run of check_host() with all that it includes (RFC 7208 §4). For one thread, once. */
final class SpfEvaluation {
    private final SpfLookups lookups;
    private final ValidatedNames names;
    private final MacroValues values;
    private final InetAddress client;
    private final RecordType addressType;
    private int terms;

    SpfEvaluation(SpfLookups lookups, ValidatedNames names, MacroValues values) {
        this.lookups = lookups;
        this.names = names;
        this.values = values;
        this.client = values.request().client();
        this.addressType = AddressText.isFour(client) ? RecordType.A : RecordType.AAAA;
    }

    /**
     * What a domain's record says.
     *
     * @param domain the one that decided, which a redirect may have changed
     * @param explanation where the words for a FAIL are
     */
    record Verdict(SpfResult result, String reason, DnsName domain, Optional<MacroString> explanation) {}

    Verdict of(DnsName domain) throws SpfError {
        List<String> policies =
                lookups.texts(domain).stream().filter(SpfRecord::is).toList();
        if (policies.isEmpty()) {
            return new Verdict(SpfResult.NONE, domain + " has no SPF record", domain, Optional.empty());
        }
        if (policies.size() > 1) {
            throw SpfError.permanent(domain + " has " + policies.size() + " SPF records");
        }
        SpfRecord record = SpfRecordParser.parse(policies.getFirst());
        if (!record.problems().isEmpty()) {
            throw SpfError.permanent(
                    "record of " + domain + ": " + record.problems().getFirst());
        }
        return of(record, domain);
    }

    private Verdict of(SpfRecord record, DnsName domain) throws SpfError {
        MacroValues here = values.in(domain);
        for (Directive directive : record.directives()) {
            if (matches(directive.mechanism(), here)) {
                return new Verdict(directive.qualifier().result(), directive.term(), domain, record.explanation());
            }
        }
        if (record.redirect().isPresent()) {
            return redirected(record.redirect().get(), here);
        }
        return new Verdict(SpfResult.NEUTRAL, "no term of " + domain + " matches", domain, Optional.empty());
    }

    /** RFC 7208 §6.1: a target without a record is a mistake of this record. */
    private Verdict redirected(MacroString redirect, MacroValues here) throws SpfError {
        countTerm();
        DnsName target = redirect.name(here).orElseThrow(() -> SpfError.permanent("redirect leads to no name"));
        Verdict verdict = of(target);
        if (verdict.result() == SpfResult.NONE) {
            throw SpfError.permanent("redirect leads to " + target + ", which has no SPF record");
        }
        return verdict;
    }

    private boolean matches(Mechanism mechanism, MacroValues here) throws SpfError {
        if (mechanism.asks()) {
            countTerm();
        }
        return switch (mechanism) {
            case Mechanism.All all -> true;
            case Mechanism.Ip ip -> Network.contains(ip.network(), ip.bits(), client);
            case Mechanism.Include include -> included(include, here);
            case Mechanism.A a -> matchesAddress(a, here);
            case Mechanism.Mx mx -> matchesExchange(mx, here);
            case Mechanism.Ptr ptr -> matchesName(ptr, here);
            case Mechanism.Exists exists -> exists(exists, here);
        };
    }

    private void countTerm() throws SpfError {
        if (++terms > SpfLimits.TERMS) {
            throw SpfError.permanent("the record needs more than " + SpfLimits.TERMS + " look-ups");
        }
    }

    /** RFC 7208 §5.2: only a PASS matches, and what is included has to have a record. */
    private boolean included(Mechanism.Include include, MacroValues here) throws SpfError {
        DnsName target = include.target().name(here).orElseThrow(() -> SpfError.permanent("include leads to no name"));
        Verdict verdict = of(target);
        if (verdict.result() == SpfResult.NONE) {
            throw SpfError.permanent("include leads to " + target + ", which has no SPF record");
        }
        return verdict.result() == SpfResult.PASS;
    }

    private boolean matchesAddress(Mechanism.A a, MacroValues here) throws SpfError {
        Optional<DnsName> target = target(a.target(), here);
        return target.isPresent() && anyMatches(lookups.ofTerm(target.get(), addressType), a.prefix());
    }

    private boolean anyMatches(Answer addresses, Mechanism.Prefix prefix) {
        return SpfLookups.addresses(addresses).stream().anyMatch(address -> prefix.matches(address, client));
    }

    private boolean matchesExchange(Mechanism.Mx mx, MacroValues here) throws SpfError {
        Optional<DnsName> target = target(mx.target(), here);
        if (target.isEmpty()) {
            return false;
        }
        List<RecordData.Mx> exchanges =
                lookups.ofTerm(target.get(), RecordType.MX).all(RecordData.Mx.class);
        if (exchanges.size() > SpfLimits.NAMES) {
            throw SpfError.permanent(target.get() + " has more than " + SpfLimits.NAMES + " MX records");
        }
        for (RecordData.Mx exchange : exchanges) {
            if (!exchange.exchange().equals(DnsName.ROOT) && isAt(exchange.exchange(), mx.prefix())) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(DnsName host, Mechanism.Prefix prefix) throws SpfError {
        Answer answer = lookups.ofName(host, addressType);
        SpfLookups.refuseFailure(answer, host);
        return anyMatches(answer, prefix);
    }

    private boolean matchesName(Mechanism.Ptr ptr, MacroValues here) {
        Optional<DnsName> target = target(ptr.target(), here);
        return target.isPresent() && names.all().stream().anyMatch(name -> name.isUnder(target.get()));
    }

    /** RFC 7208 §5.7: an A record even for an IPv6 client. */
    private boolean exists(Mechanism.Exists exists, MacroValues here) throws SpfError {
        Optional<DnsName> target = exists.target().name(here);
        return target.isPresent() && lookups.ofTerm(target.get(), RecordType.A) instanceof Answer.Records;
    }

    private static Optional<DnsName> target(Optional<MacroString> written, MacroValues here) {
        return written.isEmpty() ? Optional.of(here.domain()) : written.get().name(here);
    }
}
