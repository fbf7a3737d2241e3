// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.spf.SpfOutcome.Identity;
import org.fumibako.model.DomainName;

/** Checks who may send in whose name (RFC 7208 §4). Safe for any number of threads; blocks on DNS. */
public final class Spf {
    private final Resolver resolver;
    private final DomainName host;
    private final InstantSource clock;

    /** @param host our own name, which an explanation may mention */
    public Spf(Resolver resolver, DomainName host, InstantSource clock) {
        this.resolver = resolver;
        this.host = host;
        this.clock = clock;
    }

    /** The MAIL FROM identity, which for {@code <>} is postmaster at the HELO name (RFC 7208 §2.4). */
    public SpfOutcome check(SpfRequest request, Budget budget) {
        SpfRequest identity = request.domain().isEmpty() ? request.asHelo() : request;
        return check(identity, Identity.MAIL_FROM, budget);
    }

    /** The HELO identity (RFC 7208 §2.3). */
    public SpfOutcome checkHelo(SpfRequest request, Budget budget) {
        return check(request.asHelo(), Identity.HELO, budget);
    }

    private SpfOutcome check(SpfRequest request, Identity identity, Budget budget) {
        Optional<DnsName> domain = fullName(request.domain());
        if (domain.isEmpty()) {
            String shown = request.domain().toLowerCase(Locale.ROOT);
            return new SpfOutcome(SpfResult.NONE, identity, shown, "not a full domain name", Optional.empty());
        }
        SpfLookups lookups = new SpfLookups(resolver, budget);
        ValidatedNames names = new ValidatedNames(lookups, request.client());
        MacroValues values = new MacroValues(request, domain.get(), names::nearest, host, clock);
        String name = domain.get().text();
        try {
            SpfEvaluation.Verdict verdict = new SpfEvaluation(lookups, names, values).of(domain.get());
            Optional<String> explanation = verdict.result() == SpfResult.FAIL
                    ? explanation(verdict, lookups, values.in(verdict.domain()))
                    : Optional.empty();
            return new SpfOutcome(verdict.result(), identity, name, verdict.reason(), explanation);
        } catch (SpfError error) {
            return new SpfOutcome(error.result(), identity, name, error.reason(), Optional.empty());
        }
    }

    /** RFC 7208 §4.3: a name of several labels; an address literal or a nickname is none. */
    private static Optional<DnsName> fullName(String domain) {
        return DomainName.parse(domain)
                .filter(name -> name.ascii().indexOf('.') > 0)
                .map(DnsName::of);
    }

    /** RFC 7208 §6.2: whatever goes wrong here, there is just no explanation. */
    private static Optional<String> explanation(SpfEvaluation.Verdict verdict, SpfLookups lookups, MacroValues values) {
        try {
            Optional<DnsName> where = verdict.explanation().flatMap(target -> target.name(values));
            List<String> texts = where.isEmpty() ? List.of() : lookups.texts(where.get());
            return texts.size() == 1 && isPrintable(texts.getFirst())
                    ? MacroParser.explanation(texts.getFirst())
                            .text(values, SpfLimits.EXPLANATION)
                            .filter(Spf::isPrintable)
                    : Optional.empty();
        } catch (SpfError | SpfSyntaxException none) {
            return Optional.empty();
        }
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }
}
