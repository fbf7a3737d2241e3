// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fumibako.delivery.Arrival;
import org.fumibako.delivery.Envelope.Recipient;
import org.fumibako.filter.Examination;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.SpamFilter;
import org.fumibako.filter.Verdict;
import org.fumibako.filter.header.SpamFields;
import org.fumibako.filter.message.Circumstances;
import org.fumibako.filter.message.Sample;
import org.fumibako.filter.message.SampleReader;
import org.fumibako.journal.FilterEvent;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Protocol;
import org.fumibako.mailauth.Findings;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.DomainId;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Step: is a stranger's message spam, and what becomes of it? A filter that fails lets mail through. */
public final class SpamStep {
    private static final Logger LOG = LoggerFactory.getLogger(SpamStep.class);

    private final SpamFilter filter;
    private final Function<DomainId, FilterPolicy> policies;
    private final People people;
    private final Lists lists;
    private final Consumer<JournalEvent.Entry> journal;

    /**
     * @param policies what a domain wants, from memory
     * @param journal takes rows without blocking
     */
    public SpamStep(
            SpamFilter filter,
            Function<DomainId, FilterPolicy> policies,
            People people,
            Directory directory,
            Consumer<JournalEvent.Entry> journal) {
        this.filter = filter;
        this.policies = policies;
        this.people = people;
        this.lists = new Lists(directory);
        this.journal = journal;
    }

    /**
     * A message as it would be filed.
     *
     * @param findings of its authentication
     */
    public record Candidate(Content message, MessageSummary summary, Optional<Findings> findings) {}

    /** What becomes of it for the accounts that it was sent to. */
    public Rulings judge(Arrival arrival, Candidate candidate, Instant now) {
        if (arrival.origin().protocol() != Protocol.SMTP) {
            return Rulings.NONE;
        }
        Map<Account, FilterPolicy> wanted = wanted(arrival);
        if (wanted.isEmpty()) {
            return Rulings.NONE;
        }
        try {
            Sample sample = sample(arrival, candidate, now);
            return rulings(wanted, filter.examine(sample), arrival, candidate.summary());
        } catch (IOException | RuntimeException failed) {
            LOG.error(
                    "session={} spam filter failed, message let through",
                    arrival.origin().session(),
                    failed);
            return Rulings.NONE;
        }
    }

    private Map<Account, FilterPolicy> wanted(Arrival arrival) {
        Map<Account, FilterPolicy> wanted = new LinkedHashMap<>();
        for (Recipient recipient : arrival.envelope().recipients()) {
            for (Account account : recipient.accounts()) {
                FilterPolicy policy = policies.apply(account.domain());
                if (!policy.isOff()) {
                    wanted.put(account, policy);
                }
            }
        }
        return wanted;
    }

    private static Sample sample(Arrival arrival, Candidate candidate, Instant now) throws IOException {
        Circumstances circumstances = new Circumstances(
                arrival.trace().client().map(Arrival.Client::address),
                arrival.trace().client().map(Arrival.Client::helo).orElse(""),
                arrival.envelope().sender(),
                arrival.envelope().recipients().stream().map(Recipient::address).toList(),
                candidate.findings(),
                now);
        BodyPart root = BodyPart.decode(candidate.summary().structure());
        return SampleReader.read(candidate.message(), root, circumstances, FilterLimits.DEFAULT);
    }

    private Rulings rulings(
            Map<Account, FilterPolicy> wanted, Examination examination, Arrival arrival, MessageSummary summary) {
        Senders senders = Senders.of(examination.sample());
        Map<AccountId, Ruling> rulings = new HashMap<>();
        wanted.forEach((account, policy) -> {
            Verdict verdict = lists.apply(filter.judge(examination, people.of(account.id())), policy, senders);
            boolean spam = verdict.score() >= policy.level().threshold();
            rulings.put(account.id(), ruling(policy, verdict, spam));
            journal.accept(new JournalEvent.Entry(
                    Optional.of(account.id()), arrival.origin(), event(arrival, summary, policy, verdict, spam)));
        });
        return new Rulings(rulings);
    }

    private static Ruling ruling(FilterPolicy policy, Verdict verdict, boolean spam) {
        Mark mark = new Mark(SpamFields.of(verdict, spam, policy.level().threshold()), spam && policy.tag());
        if (!spam) {
            return new Ruling(false, mark, Optional.empty(), false);
        }
        return switch (policy.action()) {
            case KEEP -> new Ruling(true, mark, Optional.empty(), false);
            case JUNK -> new Ruling(true, mark, Optional.of(SpecialUse.JUNK), false);
            case TRASH -> new Ruling(true, mark, Optional.of(SpecialUse.TRASH), false);
            case DELETE -> new Ruling(true, mark, Optional.empty(), true);
        };
    }

    private static FilterEvent event(
            Arrival arrival, MessageSummary summary, FilterPolicy policy, Verdict verdict, boolean spam) {
        return new FilterEvent.Judged(
                arrival.envelope().sender().map(Object::toString).orElse(""),
                summary.messageId(),
                summary.subject(),
                verdict.points(),
                policy.level() + ", spam from " + policy.level().threshold(),
                spam ? outcome(policy.action(), policy.tag()) : "wanted",
                verdict.codes());
    }

    private static String outcome(FilterAction action, boolean tag) {
        String what = switch (action) {
            case KEEP -> "spam, left in the INBOX";
            case JUNK -> "spam, filed as junk";
            case TRASH -> "spam, filed in Trash";
            case DELETE -> "spam, deleted";
        };
        return tag && action != FilterAction.DELETE ? what + " with [SPAM]" : what;
    }
}
