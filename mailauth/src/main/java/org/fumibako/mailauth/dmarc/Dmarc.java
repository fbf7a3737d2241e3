// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.Resolver;

/** Judges messages by the policies of their authors' domains (RFC 9989 §5.3). Safe for any number of threads; blocks on DNS. */
public final class Dmarc {
    private final Resolver resolver;
    private final PublicSuffixes suffixes;
    private final IntSupplier percentile;

    /** @param percentile 0 to 99, at random: whether a message is sampled ({@code pct}, RFC 7489 §6.6.4) */
    public Dmarc(Resolver resolver, PublicSuffixes suffixes, IntSupplier percentile) {
        this.resolver = resolver;
        this.suffixes = suffixes;
        this.percentile = percentile;
    }

    /**
     * Finds the policies for a message. To be done before SPF and DKIM spend of the budget.
     *
     * @param from the raw values of all its From fields, as {@code mime.Headers} gives them
     */
    public DmarcCheck begin(List<String> from, Budget budget) {
        PolicyTree tree = new PolicyTree(resolver, suffixes, budget);
        return switch (Authors.of(from)) {
            case Authors.Domains domains -> {
                List<AuthorPolicy> policies = new ArrayList<>(1);
                for (DnsName domain : domains.all()) {
                    policies.add(AuthorPolicy.find(domain, tree));
                }
                yield new DmarcCheck(policies, tree, percentile);
            }
            case Authors.Nobody nobody ->
                DmarcCheck.decided(noAuthor(Disposition.NONE, "the From field names no domain"));
            case Authors.TooMany many ->
                DmarcCheck.decided(noAuthor(Disposition.REJECT, "the message has too many " + many.what()));
        };
    }

    private static DmarcOutcome noAuthor(Disposition disposition, String reason) {
        return new DmarcOutcome(DmarcResult.PERMERROR, Optional.empty(), Optional.empty(), disposition, reason);
    }
}
