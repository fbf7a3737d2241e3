// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.fumibako.dns.DnsName;
import org.fumibako.mailauth.dmarc.DmarcRecord.Alignment;

/** The policies for one message, waiting for what SPF and DKIM find. For one thread. */
public final class DmarcCheck {
    /** Identifiers that a reason mentions. */
    private static final int MENTIONED = 4;

    private final List<AuthorPolicy> policies;
    private final Optional<PolicyTree> tree;
    private final IntSupplier percentile;
    private final Optional<DmarcOutcome> decided;

    private DmarcCheck(
            List<AuthorPolicy> policies,
            Optional<PolicyTree> tree,
            IntSupplier percentile,
            Optional<DmarcOutcome> decided) {
        this.policies = List.copyOf(policies);
        this.tree = tree;
        this.percentile = percentile;
        this.decided = decided;
    }

    DmarcCheck(List<AuthorPolicy> policies, PolicyTree tree, IntSupplier percentile) {
        this(policies, Optional.of(tree), percentile, Optional.empty());
    }

    /** A message that cannot be judged. */
    static DmarcCheck decided(DmarcOutcome outcome) {
        return new DmarcCheck(List.of(), Optional.empty(), () -> 0, Optional.of(outcome));
    }

    /** @param identifiers what SPF (for MAIL FROM) and DKIM proved, or might have */
    public DmarcOutcome judge(List<Identifier> identifiers) {
        return decided.orElseGet(() -> policies.stream()
                .map(policy -> judge(policy, identifiers))
                .reduce(DmarcOutcome::worse)
                .orElseThrow());
    }

    private DmarcOutcome judge(AuthorPolicy policy, List<Identifier> identifiers) {
        return switch (policy) {
            case AuthorPolicy.None none ->
                outcome(DmarcResult.NONE, none.author(), "no policy is published for " + none.author());
            case AuthorPolicy.Unknown unknown -> outcome(DmarcResult.TEMPERROR, unknown.author(), unknown.reason());
            case AuthorPolicy.Published published -> judge(published, identifiers);
        };
    }

    private static DmarcOutcome outcome(DmarcResult result, DnsName author, String reason) {
        return new DmarcOutcome(result, Optional.of(author), Optional.empty(), Disposition.NONE, reason);
    }

    private DmarcOutcome judge(AuthorPolicy.Published policy, List<Identifier> identifiers) {
        boolean open = false;
        for (Identifier identifier : identifiers) {
            try {
                boolean aligned = isAligned(policy, identifier);
                if (aligned && identifier.proven()) {
                    return outcome(DmarcResult.PASS, policy, Disposition.NONE, "aligned: " + identifier);
                }
                open |= aligned;
            } catch (PolicyTree.Unanswered unanswered) {
                open = true;
            }
        }
        Disposition disposition = Disposition.of(treatment(policy));
        if (open) {
            Disposition retry = disposition == Disposition.NONE ? Disposition.NONE : Disposition.RETRY;
            return outcome(DmarcResult.TEMPERROR, policy, retry, "DNS did not answer: " + mentioned(identifiers));
        }
        return outcome(
                DmarcResult.FAIL,
                policy,
                disposition,
                "nothing aligned with " + policy.author() + ": " + mentioned(identifiers));
    }

    private static DmarcOutcome outcome(
            DmarcResult result, AuthorPolicy.Published policy, Disposition disposition, String reason) {
        return new DmarcOutcome(
                result, Optional.of(policy.author()), Optional.of(policy.policy()), disposition, reason);
    }

    private DmarcPolicy treatment(AuthorPolicy.Published policy) {
        int percent = policy.record().percent();
        boolean spared = percent < 100 && percentile.getAsInt() >= percent;
        return policy.record().testing() || spared ? policy.policy().milder() : policy.policy();
    }

    /** RFC 9989 §4.4: the same name, or the same organization. */
    private boolean isAligned(AuthorPolicy.Published policy, Identifier identifier) throws PolicyTree.Unanswered {
        DnsName author = policy.author();
        DnsName domain = identifier.domain();
        Alignment mode = switch (identifier.mechanism()) {
            case SPF -> policy.record().spf();
            case DKIM -> policy.record().dkim();
        };
        if (domain.equals(author) || mode == Alignment.STRICT) {
            return domain.equals(author);
        }
        DnsName organization = tree.orElseThrow().organization(author);
        // Whatever is not below it is of another organization; strangers' names cost no questions.
        return domain.isUnder(organization)
                && tree.orElseThrow().organization(domain).equals(organization);
    }

    private static String mentioned(List<Identifier> identifiers) {
        return identifiers.isEmpty()
                ? "neither SPF nor DKIM proved anything"
                : identifiers.stream()
                        .limit(MENTIONED)
                        .map(Identifier::toString)
                        .collect(Collectors.joining(", "));
    }
}
