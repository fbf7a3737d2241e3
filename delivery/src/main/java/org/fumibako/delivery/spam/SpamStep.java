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
import org.fumibako.filter.scan.Scan;
import org.fumibako.filter.scan.Scanners;
import org.fumibako.filter.scan.Suspect;
import org.fumibako.journal.FilterEvent;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Protocol;
import org.fumibako.mailauth.Findings;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.DomainId;
import org.fumibako.model.SmtpReply;
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
    private final Optional<Scanners> scanners;

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
        this(filter, policies, people, new Lists(directory), journal, Optional.empty());
    }

    private SpamStep(
            SpamFilter filter,
            Function<DomainId, FilterPolicy> policies,
            People people,
            Lists lists,
            Consumer<JournalEvent.Entry> journal,
            Optional<Scanners> scanners) {
        this.filter = filter;
        this.policies = policies;
        this.people = people;
        this.lists = lists;
        this.journal = journal;
        this.scanners = scanners;
    }

    /** The same, but asking other programs, too. */
    public SpamStep asking(Scanners others) {
        return new SpamStep(filter, policies, people, lists, journal, Optional.of(others));
    }

    /**
     * A message as it would be filed.
     *
     * @param findings of its authentication
     */
    public record Candidate(Content message, MessageSummary summary, Optional<Findings> findings) {}

    /** What becomes of it for the accounts that it was sent to. */
    public Rulings judge(Arrival arrival, Candidate candidate, Instant now) {
        Protocol from = arrival.origin().protocol();
        if (from != Protocol.SMTP && from != Protocol.LMTP) {
            return Rulings.NONE;
        }
        Map<Account, FilterPolicy> wanted = wanted(arrival);
        if (wanted.isEmpty() && scanners.isEmpty()) {
            return Rulings.NONE;
        }
        try {
            Circumstances circumstances = circumstances(arrival, candidate, now);
            Scan scan = scan(arrival, candidate, circumstances);
            if (scan.isVirus()) {
                return virus(arrival, candidate.summary(), scan);
            }
            if (wanted.isEmpty()) {
                return Rulings.NONE;
            }
            BodyPart root = BodyPart.decode(candidate.summary().structure());
            Sample sample = SampleReader.read(candidate.message(), root, circumstances, FilterLimits.DEFAULT);
            return rulings(wanted, look(wanted, sample, scan), arrival, candidate.summary());
        } catch (IOException | RuntimeException failed) {
            LOG.error(
                    "session={} spam filter failed, message let through",
                    arrival.origin().session(),
                    failed);
            return Rulings.NONE;
        }
    }

    private Scan scan(Arrival arrival, Candidate candidate, Circumstances circumstances) {
        Scan scan = scanners.map(some -> some.ask(new Suspect(
                        candidate.message(), circumstances, arrival.trace().id())))
                .orElse(Scan.NONE);
        for (Scan.Failure failure : scan.failures()) {
            LOG.debug("session={} {}: {}", arrival.origin().session(), failure.scanner(), failure.why());
            note(
                    arrival,
                    new FilterEvent.ScannerSilent(
                            failure.scanner(),
                            failure.why(),
                            candidate.summary().messageId()));
        }
        return scan;
    }

    /** Nobody wants a virus, whatever the domain says of spam. */
    private Rulings virus(Arrival arrival, MessageSummary summary, Scan scan) {
        Verdict verdict = Verdict.of(scan.reasons());
        note(
                arrival,
                new FilterEvent.Judged(
                        sender(arrival),
                        summary.messageId(),
                        summary.subject(),
                        verdict.points(),
                        "virus scanner",
                        "refused, it is a virus",
                        verdict.codes()));
        String name = verdict.reasons().getFirst().english();
        return Rulings.refused(SmtpReply.of(554, "5.7.0", name));
    }

    /** A row for every account that the message goes to. */
    private void note(Arrival arrival, FilterEvent event) {
        arrival.envelope().recipients().stream()
                .flatMap(recipient -> recipient.accounts().stream())
                .map(Account::id)
                .distinct()
                .forEach(id -> journal.accept(new JournalEvent.Entry(Optional.of(id), arrival.origin(), event)));
    }

    private static String sender(Arrival arrival) {
        return arrival.envelope().sender().map(Object::toString).orElse("");
    }

    /** What is known of a message before anybody's own view of it; no examination where all that wanted one have lists alone. */
    private record Look(Sample sample, Optional<Examination> examination, Scan scan) {
        boolean scanned() {
            return scan.scanned();
        }
    }

    private Look look(Map<Account, FilterPolicy> wanted, Sample sample, Scan scan) {
        boolean examined = wanted.values().stream().anyMatch(policy -> !policy.isOff());
        return new Look(sample, examined ? Optional.of(filter.examine(sample, scan)) : Optional.empty(), scan);
    }

    private Map<Account, FilterPolicy> wanted(Arrival arrival) {
        Map<Account, FilterPolicy> wanted = new LinkedHashMap<>();
        for (Recipient recipient : arrival.envelope().recipients()) {
            for (Account account : recipient.accounts()) {
                FilterPolicy policy = policies.apply(account.domain());
                if (!policy.isIdle()) {
                    wanted.put(account, policy);
                }
            }
        }
        return wanted;
    }

    private static Circumstances circumstances(Arrival arrival, Candidate candidate, Instant now) {
        return new Circumstances(
                arrival.trace().client().map(Arrival.Client::address),
                arrival.trace().client().map(Arrival.Client::helo).orElse(""),
                arrival.envelope().sender(),
                arrival.envelope().recipients().stream().map(Recipient::address).toList(),
                candidate.findings(),
                now);
    }

    private Rulings rulings(Map<Account, FilterPolicy> wanted, Look look, Arrival arrival, MessageSummary summary) {
        Senders senders = Senders.of(look.sample());
        Map<AccountId, Ruling> rulings = new HashMap<>();
        wanted.forEach((account, policy) -> {
            if (policy.isOff() && !policy.blocks(senders.named())) {
                return;
            }
            Verdict verdict = lists.apply(content(account, policy, look), policy, senders);
            boolean spam = verdict.score() >= policy.threshold();
            rulings.put(account.id(), ruling(policy, verdict, look.scanned()));
            journal.accept(new JournalEvent.Entry(
                    Optional.of(account.id()), arrival.origin(), event(arrival, summary, policy, verdict, spam)));
        });
        return new Rulings(rulings);
    }

    /** What the message itself is to the account; nothing where the filter is off. */
    private Verdict content(Account account, FilterPolicy policy, Look look) {
        return policy.isOff()
                ? Verdict.NONE
                : look.examination()
                        .map(examination -> filter.judge(examination, people.of(account)))
                        .orElse(Verdict.NONE);
    }

    private static Ruling ruling(FilterPolicy policy, Verdict verdict, boolean scanned) {
        double threshold = policy.threshold();
        boolean spam = verdict.score() >= threshold;
        Mark mark = new Mark(SpamFields.of(verdict, spam, threshold), spam && policy.tag());
        Optional<SpecialUse> mailbox = switch (policy.action()) {
            case JUNK -> Optional.of(SpecialUse.JUNK);
            case TRASH -> Optional.of(SpecialUse.TRASH);
            case KEEP, DELETE -> Optional.empty();
        };
        return new Ruling(
                spam,
                mark,
                spam ? mailbox : Optional.empty(),
                spam && policy.action() == FilterAction.DELETE,
                Optional.of(new Ruling.Score(verdict.score(), threshold, scanned)));
    }

    private static FilterEvent event(
            Arrival arrival, MessageSummary summary, FilterPolicy policy, Verdict verdict, boolean spam) {
        return new FilterEvent.Judged(
                sender(arrival),
                summary.messageId(),
                summary.subject(),
                verdict.points(),
                policy.isOff() ? "OFF, but for the lists" : policy.level() + ", spam from " + policy.threshold(),
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
