// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;

/** The policy records of the names that one message mentions, each asked for once. For one thread. */
final class PolicyTree {
    /** Labels that are left after the first question about a longer name, so that a walk is at most eight (RFC 9989 §4.10). */
    static final int LABELS = 7;

    private static final String PLACE = "_dmarc";

    private final Resolver resolver;
    private final PublicSuffixes suffixes;
    private final Budget budget;
    private final Map<DnsName, Found> seen = new HashMap<>();

    PolicyTree(Resolver resolver, PublicSuffixes suffixes, Budget budget) {
        this.resolver = resolver;
        this.suffixes = suffixes;
        this.budget = budget;
    }

    /** What is at a name. */
    sealed interface Found {
        record Policy(DnsName domain, DmarcRecord record) implements Found {}

        record Nothing() implements Found {}

        record Failed(String reason) implements Found {}
    }

    /** DNS did not answer, so that nothing can be said about a name. */
    static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;

        Unanswered(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** What is above a name, itself included: the records met, lowest first. */
    record Walk(DnsName start, List<Found.Policy> policies) {
        /** RFC 9989 §4.10.2. */
        DnsName organization(PublicSuffixes suffixes) {
            for (Found.Policy policy : policies) {
                Optional<Boolean> psd = policy.record().psd();
                if (psd.isPresent() && !psd.get()) {
                    return policy.domain();
                }
                if (psd.isPresent() && !policy.domain().equals(start)) {
                    return below(policy.domain());
                }
            }
            return policies.stream()
                    .map(Found.Policy::domain)
                    .filter(domain -> domain.equals(start) || !suffixes.contains(domain))
                    .min(Comparator.comparingInt(domain -> domain.labels().size()))
                    .orElse(start);
        }

        /** The name with one label more on the way to the start. */
        private DnsName below(DnsName domain) {
            List<String> labels = start.labels();
            int from = labels.size() - domain.labels().size() - 1;
            return DnsName.of(String.join(".", labels.subList(from, labels.size())));
        }
    }

    /** The policy for mail of an author's domain, and where it was found: there, at its organization, or at the suffix above. */
    Optional<Found.Policy> policyFor(DnsName author) throws Unanswered {
        if (at(author) instanceof Found.Policy own) {
            return Optional.of(own);
        }
        Walk walk = walk(author);
        DnsName organization = walk.organization(suffixes);
        return walk.policies().stream()
                .filter(policy -> policy.domain().equals(organization)
                        || policy.record().psd().orElse(false))
                .findFirst();
    }

    DnsName organization(DnsName name) throws Unanswered {
        return walk(name).organization(suffixes);
    }

    private Walk walk(DnsName start) throws Unanswered {
        List<Found.Policy> policies = new ArrayList<>(2);
        Optional<DnsName> name = Optional.of(start);
        while (name.isPresent() && !name.get().equals(DnsName.ROOT)) {
            if (at(name.get()) instanceof Found.Policy policy) {
                policies.add(policy);
                if (policy.record().psd().isPresent()) {
                    break;
                }
            }
            name = above(name.get());
        }
        return new Walk(start, policies);
    }

    private static Optional<DnsName> above(DnsName name) {
        List<String> labels = name.labels();
        return labels.size() <= LABELS
                ? name.parent()
                : Optional.of(DnsName.of(String.join(".", labels.subList(labels.size() - LABELS, labels.size()))));
    }

    private Found at(DnsName name) throws Unanswered {
        Found found = seen.get(name);
        if (found == null) {
            found = ask(name);
            seen.put(name, found);
        }
        if (found instanceof Found.Failed failed) {
            throw new Unanswered(failed.reason());
        }
        return found;
    }

    /** Several records are as good as none (RFC 9989 §4.10). */
    private Found ask(DnsName name) {
        Optional<DnsName> place = DnsName.parse(PLACE + "." + name.text());
        if (place.isEmpty()) {
            return new Found.Nothing();
        }
        Answer answer = resolver.resolve(place.get(), RecordType.TXT, budget);
        if (answer instanceof Answer.Failure failure) {
            return new Found.Failed("DNS did not answer for " + place.get() + ": " + failure.reason());
        }
        List<String> records = answer.all(RecordData.Txt.class).stream()
                .map(RecordData.Txt::joined)
                .filter(DmarcRecordParser::is)
                .toList();
        return records.size() == 1
                ? DmarcRecordParser.parse(records.getFirst())
                        .<Found>map(record -> new Found.Policy(name, record))
                        .orElse(new Found.Nothing())
                : new Found.Nothing();
    }

    /** Whether a name exists, for {@code np}: anything but NXDOMAIN (RFC 9989 §3.2.13, RFC 8020). */
    boolean exists(DnsName name) throws Unanswered {
        return switch (resolver.resolve(name, RecordType.A, budget)) {
            case Answer.Records records -> true;
            case Answer.NoData none -> true;
            case Answer.NoSuchName none -> false;
            case Answer.Failure failure ->
                throw new Unanswered("DNS did not answer for " + name + ": " + failure.reason());
        };
    }
}
