// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.fumibako.journal.ForwardEvent;
import org.fumibako.journal.ForwardEvent.How;
import org.fumibako.journal.JournalEvent;
import org.fumibako.mailauth.Findings;
import org.fumibako.mailauth.dkim.SigningKeys;
import org.fumibako.mailauth.dmarc.DmarcOutcome;
import org.fumibako.mailauth.dmarc.DmarcPolicy;
import org.fumibako.mailauth.dmarc.DmarcResult;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.ForwardRules;
import org.fumibako.store.Append;

/** The step of delivery that lets mail go on from the accounts that it reaches. */
public final class Forwarder {
    private final ForwardRules rules;
    private final Planner planner;
    private final ReversePaths paths;
    private final Departures departures;
    private final TargetHealth health;
    private final Consumer<JournalEvent.Entry> journal;

    /**
     * What forwarding works with.
     *
     * @param keys sign and seal; without them mail goes on unsealed
     * @param journal takes rows without blocking
     */
    public record Parts(
            Directory directory,
            ForwardRules rules,
            ReversePaths paths,
            Optional<SigningKeys> keys,
            TargetHealth health,
            Consumer<JournalEvent.Entry> journal) {}

    /**
     * What it says of itself.
     *
     * @param host our own name
     * @param lifetime how long mail is tried
     * @param zone of the dates in what it writes
     */
    public record Identity(DomainName host, Duration lifetime, ZoneId zone) {}

    public Forwarder(Parts parts, Identity identity, InstantSource clock, RandomGenerator random) {
        this.rules = parts.rules();
        this.planner = new Planner(parts.directory(), parts.rules());
        this.paths = parts.paths();
        this.departures = new Departures(
                parts.paths(),
                new Seal(parts.keys(), identity.host(), clock),
                new AttachedMessage(identity.host(), identity.zone(), random),
                identity.lifetime());
        this.health = parts.health();
        this.journal = parts.journal();
    }

    /** Whether it is mail to a reverse path of ours. */
    public boolean isReturn(EmailAddress recipient) {
        return paths.read(recipient) instanceof ReversePaths.Reading.Return;
    }

    /** Whether whoever gets it from us will take it for forged: SPF speaks for us there, and nothing else for its author. */
    public static boolean isUnproven(Findings findings) {
        DmarcOutcome there = findings.forwarded();
        return there.result() != DmarcResult.PASS
                && there.policy().filter(policy -> policy != DmarcPolicy.NONE).isPresent();
    }

    /** @param closed accounts that turned out to take nothing; whoever forwards to one keeps the message */
    public Plan plan(Incoming message, Set<AccountId> closed) {
        return planner.plan(message, closed);
    }

    /** What has to be queued with it. */
    public List<Append> departures(Plan plan, Letter letter, Instant now) throws IOException {
        return departures.of(plan, letter, now);
    }

    /** It is on disk: writes down what was done. @return notices that are to be filed */
    public List<Append> done(Plan plan, Letter letter, Instant now) {
        String id = letter.summary().messageId();
        Optional<EmailAddress> sender = letter.declared().sender();
        for (Plan.Hop hop : plan.hops()) {
            row(hop.by(), letter, new ForwardEvent.Forwarded(hop.target().address(), sender, How.HERE, id));
        }
        for (Plan.Way way : plan.ways()) {
            How how = way.attached() ? How.ATTACHED : How.QUEUED;
            row(way.by(), letter, new ForwardEvent.Forwarded(way.target().address(), sender, how, id));
        }
        List<Append> notices = new ArrayList<>();
        for (Plan.Miss miss : plan.misses()) {
            row(miss.by(), letter, new ForwardEvent.Withheld(miss.target().address(), sender, id, miss.why()));
            if (miss.fault()) {
                health.failed(miss.owned(), miss.why(), letter.origin(), now).ifPresent(notices::add);
            }
        }
        return notices;
    }

    /** A message to one of our reverse paths was filed. @return notices that are to be filed */
    public List<Append> returned(EmailAddress recipient, Content message, Letter letter, Instant now)
            throws IOException {
        if (letter.declared().sender().isPresent()
                || !(paths.read(recipient) instanceof ReversePaths.Reading.Return back)) {
            return List.of();
        }
        Optional<String> failure = BounceReport.failure(message);
        return failure
                .flatMap(why ->
                        health.find(back.target()).flatMap(target -> health.failed(target, why, letter.origin(), now)))
                .stream()
                .toList();
    }

    private void row(Account account, Letter letter, ForwardEvent event) {
        journal.accept(new JournalEvent.Entry(Optional.of(account.id()), letter.origin(), event));
    }

    /** What accounts forward; for those who ask whether a message will fit. */
    public ForwardRules rules() {
        return rules;
    }
}
