// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;
import org.fumibako.model.DomainName;

/**
 * Reads a domain's SPF record for its owner: what is wrong with it, and how many look-ups it needs with all that it includes. Unlike
 * an evaluation it stops at nothing, so that everything can be mended at once.
 */
public final class SpfReview {
    /** Records followed; a record that needs more is wrong anyway, and so said. */
    private static final int MAX_RECORDS = 30;

    private final Resolver resolver;
    private final Budget budget;
    private final List<SpfProblem> errors = new ArrayList<>();
    private final List<SpfProblem> advice = new ArrayList<>();
    private final Map<String, Integer> costs = new LinkedHashMap<>();
    private int lookups;
    private int voids;
    private int records;

    private SpfReview(Resolver resolver, Budget budget) {
        this.resolver = resolver;
        this.budget = budget;
    }

    /**
     * What came of it.
     *
     * @param lookups terms that ask DNS, here and in all that is included; {@link SpfLimits#TERMS} are allowed
     * @param costs how many of them each term of the owner's own record causes; a term without any is not there
     * @param errors what makes the record worthless to others (permerror, RFC 7208 §4.6), in the order found, at most 20
     * @param advice what works, but probably not as it is meant; likewise
     */
    public record Report(int lookups, Map<String, Integer> costs, List<SpfProblem> errors, List<SpfProblem> advice) {
        public Report {
            costs = Map.copyOf(costs);
            errors = List.copyOf(errors);
            advice = List.copyOf(advice);
        }
    }

    /** The record that the domain publishes. */
    public static Report ofPublished(DomainName domain, Resolver resolver, Budget budget) {
        SpfReview review = new SpfReview(resolver, budget);
        review.published(DnsName.of(domain), "");
        return review.report();
    }

    /** A record that the domain is about to publish. */
    public static Report ofText(String record, DomainName domain, Resolver resolver, Budget budget) {
        SpfReview review = new SpfReview(resolver, budget);
        if (SpfRecord.is(record)) {
            review.record(SpfRecordParser.parse(record), DnsName.of(domain), "");
        } else {
            review.error("", "an SPF record begins with v=spf1 and a space");
        }
        return review.report();
    }

    private Report report() {
        if (lookups > SpfLimits.TERMS) {
            error(
                    "",
                    "the record needs " + lookups + " look-ups; with more than " + SpfLimits.TERMS + " it is invalid");
        }
        if (voids > SpfLimits.VOIDS) {
            error("", voids + " look-ups find nothing; with more than " + SpfLimits.VOIDS + " the record is invalid");
        }
        return new Report(lookups, costs, errors, advice);
    }

    private void published(DnsName domain, String through) {
        Answer answer = resolver.txt(domain, budget);
        if (answer instanceof Answer.Failure) {
            advise(through, "DNS does not answer for " + domain);
            return;
        }
        List<String> texts = answer.all(RecordData.Txt.class).stream()
                .map(RecordData.Txt::joined)
                .filter(SpfRecord::is)
                .toList();
        switch (texts.size()) {
            case 0 -> error(through, domain + " has no SPF record");
            case 1 -> record(SpfRecordParser.parse(texts.getFirst()), domain, through);
            default -> error(through, domain + " has " + texts.size() + " SPF records; it may have one");
        }
    }

    /** @param through the term of the owner's own record that led here; empty in that record itself */
    private void record(SpfRecord record, DnsName domain, String through) {
        records++;
        record.problems().forEach(wrong -> error(through.isEmpty() ? wrong.term() : through, wrong.sentence()));
        boolean ended = false;
        for (Directive directive : record.directives()) {
            String term = through.isEmpty() ? directive.term() : through;
            if (ended && through.isEmpty()) {
                advise(term, "nothing behind \"all\" is ever looked at");
            }
            ended |= directive.mechanism() instanceof Mechanism.All;
            directive(directive, domain, term);
        }
        redirect(record, through, ended);
    }

    private void redirect(SpfRecord record, String through, boolean ended) {
        if (record.redirect().isEmpty()) {
            return;
        }
        if (ended) {
            advise(through.isEmpty() ? "redirect" : through, "a redirect beside \"all\" is never followed");
        } else {
            String term = through.isEmpty() ? "redirect" : through;
            asks(term);
            follow(record.redirect().get(), term);
        }
    }

    private void directive(Directive directive, DnsName domain, String term) {
        if (directive.mechanism().asks()) {
            asks(term);
        }
        switch (directive.mechanism()) {
            case Mechanism.All _ -> {
                if (directive.qualifier() == Qualifier.PASS) {
                    advise(term, "this lets everybody send in the name of " + domain);
                }
            }
            case Mechanism.Include include -> follow(include.target(), term);
            case Mechanism.Ptr _ -> advise(term, "\"ptr\" is slow and unreliable, and should not be used");
            case Mechanism.A a -> mustExist(a.target(), domain, RecordType.A, term);
            case Mechanism.Mx mx -> mustExist(mx.target(), domain, RecordType.MX, term);
            case Mechanism.Ip _, Mechanism.Exists _ -> {}
        }
    }

    private void asks(String term) {
        lookups++;
        costs.merge(term, 1, Integer::sum);
    }

    private void follow(MacroString target, String term) {
        Optional<DnsName> name = plainName(target);
        if (name.isPresent() && records < MAX_RECORDS) {
            published(name.get(), term);
        }
    }

    private void mustExist(Optional<MacroString> target, DnsName domain, RecordType type, String term) {
        Optional<DnsName> name = target.isEmpty() ? Optional.of(domain) : plainName(target.get());
        if (name.isPresent() && isMissing(name.get(), type)) {
            voids++;
            advise(term, name.get() + " has no " + (type == RecordType.MX ? "MX record" : "address"));
        }
    }

    private boolean isMissing(DnsName name, RecordType type) {
        Answer answer = type == RecordType.MX ? resolver.mx(name, budget) : resolver.addresses(name, budget);
        return answer instanceof Answer.NoData || answer instanceof Answer.NoSuchName;
    }

    /** Empty when the name depends on who sends. */
    private static Optional<DnsName> plainName(MacroString target) {
        StringBuilder name = new StringBuilder();
        for (MacroString.Part part : target.parts()) {
            switch (part) {
                case MacroString.Text text -> name.append(text.text());
                case MacroString.Escape escape -> name.append(escape.text());
                case Macro _ -> {
                    return Optional.empty();
                }
            }
        }
        return DnsName.parse(name.toString());
    }

    private void error(String term, String sentence) {
        add(errors, new SpfProblem(term, sentence));
    }

    private void advise(String term, String sentence) {
        add(advice, new SpfProblem(term, sentence));
    }

    private static void add(List<SpfProblem> problems, SpfProblem problem) {
        if (problems.size() < SpfLimits.PROBLEMS && !problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
