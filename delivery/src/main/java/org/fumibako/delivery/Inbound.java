// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.fumibako.delivery.Envelope.Recipient;
import org.fumibako.delivery.Filing.Fate;
import org.fumibako.delivery.abuse.Backscatter;
import org.fumibako.delivery.forward.DeliveredTo;
import org.fumibako.delivery.forward.Forwarder;
import org.fumibako.delivery.forward.Letter;
import org.fumibako.delivery.reply.AutoReplier;
import org.fumibako.delivery.sorting.Sorter;
import org.fumibako.delivery.sorting.Sorting;
import org.fumibako.delivery.spam.Rulings;
import org.fumibako.delivery.spam.SpamStep;
import org.fumibako.journal.AbuseEvent;
import org.fumibako.journal.JournalEvent;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.SmtpReply;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.store.MessageStore;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one message into mailboxes here and into the queue for other servers: loop check, authentication, trace fields, summary, filing,
 * journal. A reply of 2yz means that it is on disk. See the package for what full mailboxes do.
 */
public final class Inbound {
    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);

    private final TraceHeader traceHeader;
    private final MessageStore store;
    private final Duration lifetime;
    private final Filing filing;
    private final InstantSource clock;
    private final Consumer<JournalEvent.Entry> journal;
    private final Optional<Authentication> authentication;
    private final Optional<Backscatter> backscatter;
    private final Optional<SpamStep> spam;
    private final Optional<Sorters> sorting;
    private final Optional<Forwarder> forwarder;
    private final Predicate<AccountId> keepsSent;

    /**
     * @param host our own name, for the trace fields
     * @param journal takes rows without blocking
     */
    public Inbound(DomainName host, MessageStore store, InstantSource clock, Consumer<JournalEvent.Entry> journal) {
        this(host, store, clock, journal, Outgoing.LIFETIME);
    }

    /** @param lifetime how long mail for other servers is tried */
    public Inbound(
            DomainName host,
            MessageStore store,
            InstantSource clock,
            Consumer<JournalEvent.Entry> journal,
            Duration lifetime) {
        this.traceHeader = new TraceHeader(host);
        this.store = store;
        this.lifetime = lifetime;
        this.clock = clock;
        this.journal = journal;
        this.authentication = Optional.empty();
        this.backscatter = Optional.empty();
        this.spam = Optional.empty();
        this.sorting = Optional.empty();
        this.forwarder = Optional.empty();
        this.keepsSent = _ -> false;
        this.filing = filing();
    }

    private Inbound(Inbound other, Steps steps, Predicate<AccountId> keepsSent) {
        this.traceHeader = other.traceHeader;
        this.store = other.store;
        this.lifetime = other.lifetime;
        this.clock = other.clock;
        this.journal = other.journal;
        this.authentication = steps.authentication();
        this.backscatter = steps.backscatter();
        this.spam = steps.spam();
        this.forwarder = steps.forwarder();
        this.sorting = steps.sorting();
        this.keepsSent = keepsSent;
        this.filing = filing();
    }

    /** Those that are taken. */
    private record Steps(
            Optional<Authentication> authentication,
            Optional<Backscatter> backscatter,
            Optional<SpamStep> spam,
            Optional<Sorters> sorting,
            Optional<Forwarder> forwarder) {}

    /** Rules, and what comes of them once a message is on disk. */
    private record Sorters(Sorter sorter, Consequences consequences) {}

    private Filing filing() {
        Onwards onwards = new Onwards(store, forwarder, sorting.map(Sorters::consequences));
        return new Filing(store, lifetime, onwards, keepsSent);
    }

    /** The same, but examining what comes from strangers. */
    public Inbound authenticating(Authentication step) {
        return new Inbound(this, new Steps(Optional.of(step), backscatter, spam, sorting, forwarder), keepsSent);
    }

    /** The same, but setting errors aside of mail that was never sent. */
    public Inbound settingAside(Backscatter step) {
        return new Inbound(this, new Steps(authentication, Optional.of(step), spam, sorting, forwarder), keepsSent);
    }

    /** The same, but asking the spam filter. */
    public Inbound filtering(SpamStep step) {
        return new Inbound(
                this, new Steps(authentication, backscatter, Optional.of(step), sorting, forwarder), keepsSent);
    }

    /** The same, but letting mail go on from accounts that forward. */
    public Inbound forwarding(Forwarder step) {
        return new Inbound(this, new Steps(authentication, backscatter, spam, sorting, Optional.of(step)), keepsSent);
    }

    /**
     * The same, but following the rules of accounts and domains, and answering for accounts that are away. Rules send mail on, so it
     * needs {@link #forwarding} too.
     */
    public Inbound sorting(Sorter step, AutoReplier replier) {
        Sorters sorters = new Sorters(step, new Consequences(step, replier, journal));
        return new Inbound(
                this, new Steps(authentication, backscatter, spam, Optional.of(sorters), forwarder), keepsSent);
    }

    /** The same, but filing what accounts submit in their Sent mailbox too, read, where {@code wanted} says so. */
    public Inbound keepingSent(Predicate<AccountId> wanted) {
        return new Inbound(this, new Steps(authentication, backscatter, spam, sorting, forwarder), wanted);
    }

    /** One answer for all recipients: every one has the message, or none. */
    public SmtpReply deliver(Arrival arrival) {
        List<SmtpReply> replies = attempt(arrival, true);
        SmtpReply reply = OneAnswer.of(replies, replies.size());
        if (reply.code() >= 400) {
            arrival.envelope().recipients().forEach(recipient -> refused(arrival, recipient, reply));
            arrival.envelope().outgoing().ifPresent(outgoing -> refused(arrival, outgoing, reply));
        }
        return reply;
    }

    /** An answer for each recipient here, in order (RFC 2033 §4.2). */
    public List<SmtpReply> deliverEach(Arrival arrival) {
        List<SmtpReply> replies = attempt(arrival, false);
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i).code() >= 400) {
                refused(arrival, arrival.envelope().recipients().get(i), replies.get(i));
            }
        }
        return replies;
    }

    /** One answer for each recipient here, and one in all when every recipient is elsewhere. */
    private List<SmtpReply> attempt(Arrival arrival, boolean once) {
        int count = Math.max(1, arrival.envelope().recipients().size());
        try {
            HeaderFields header = HeaderFields.of(arrival.content());
            Optional<SmtpReply> loop = LoopCheck.check(header);
            if (loop.isPresent()) {
                return Collections.nCopies(count, loop.get());
            }
            Authentication.Judgement judgement = judge(arrival);
            if (judgement.refusal().isPresent()) {
                return Collections.nCopies(count, judgement.refusal().get());
            }
            Instant now = clock.instant();
            Content message =
                    PrefixedContent.of(traceHeader.of(arrival, judgement.results(), now), judgement.message());
            Arrival judged = judgement.junk() || isBackscatter(arrival) ? arrival.in(SpecialUse.JUNK) : arrival;
            Letter letter = new Letter(
                    judgement.message(),
                    MessageSummary.of(message),
                    traceHeader.received(arrival, now),
                    judgement.findings(),
                    new Letter.Declared(
                            arrival.envelope().sender(),
                            arrival.form().body(),
                            arrival.form().smtpUtf8()),
                    header.bodies(DeliveredTo.NAME),
                    arrival.origin());
            Rulings rulings = spam.map(step -> step.judge(
                            judged, new SpamStep.Candidate(message, letter.summary(), judgement.findings()), now))
                    .orElse(Rulings.NONE);
            if (rulings.refusal().isPresent()) {
                return Collections.nCopies(count, rulings.refusal().get());
            }
            return file(new Filing.Parcel(message, letter, rulings), judged, now, once);
        } catch (IOException | StoreException failed) {
            LOG.error("session={} message not stored", arrival.origin().session(), failed);
            return Collections.nCopies(count, RecipientReplies.STORE_FAILED);
        }
    }

    private Authentication.Judgement judge(Arrival arrival) throws IOException {
        Authentication.Judgement judgement = authentication.isPresent()
                ? authentication.get().judge(arrival)
                : Authentication.Judgement.none(arrival.content());
        judgement.evidence().ifPresent(event -> note(event, arrival));
        return judgement;
    }

    private boolean isBackscatter(Arrival arrival) throws IOException {
        // What comes back to an address that we made was sent.
        Optional<AbuseEvent> evidence = backscatter.isPresent() && !filing.isReturn(arrival.envelope())
                ? backscatter.get().judge(arrival)
                : Optional.empty();
        evidence.ifPresent(event -> note(event, arrival));
        return evidence.isPresent();
    }

    /** A row for every account that a message goes to. */
    private void note(JournalEvent event, Arrival arrival) {
        arrival.envelope().recipients().stream()
                .flatMap(recipient -> recipient.accounts().stream())
                .map(Account::id)
                .distinct()
                .forEach(id -> journal.accept(new JournalEvent.Entry(Optional.of(id), arrival.origin(), event)));
    }

    /** Unless {@code once}, tries again without the recipients that cannot have it; each round has fewer of them. */
    private List<SmtpReply> file(Filing.Parcel parcel, Arrival arrival, Instant now, boolean once) throws IOException {
        Sorting rules = rules(parcel, arrival);
        List<Recipient> recipients = arrival.envelope().recipients();
        if (recipients.isEmpty()) {
            filing.file(parcel, arrival, now, rules);
            return List.of(RecipientReplies.accepted(arrival.trace().id()));
        }
        SmtpReply[] replies = new SmtpReply[recipients.size()];
        List<Integer> open = IntStream.range(0, replies.length).boxed().toList();
        boolean again;
        do {
            List<Recipient> round = open.stream().map(recipients::get).toList();
            Envelope envelope = new Envelope(
                    arrival.envelope().sender(), round, arrival.envelope().outgoing());
            List<Fate> fates = filing.file(parcel, arrival.withEnvelope(envelope), now, rules);
            List<Integer> withdrawn = new ArrayList<>();
            for (int i = 0; i < fates.size(); i++) {
                replies[open.get(i)] = reply(fates.get(i), arrival);
                if (fates.get(i) instanceof Fate.Withdrawn) {
                    withdrawn.add(open.get(i));
                }
            }
            again = !once && !withdrawn.isEmpty() && withdrawn.size() < open.size();
            open = withdrawn;
        } while (again);
        return List.of(replies);
    }

    private Sorting rules(Filing.Parcel parcel, Arrival arrival) {
        Sorter.Message message = new Sorter.Message(
                parcel.filed(), parcel.letter().summary(), arrival.envelope().sender(), parcel.rulings());
        return sorting.map(some -> some.sorter().over(message)).orElse(Sorting.NONE);
    }

    private static SmtpReply reply(Fate fate, Arrival arrival) {
        return switch (fate) {
            case Fate.Done _ -> RecipientReplies.accepted(arrival.trace().id());
            case Fate.Full _ -> RecipientReplies.OVER_QUOTA;
            case Fate.Gone _ -> RecipientReplies.UNKNOWN;
            case Fate.Withdrawn _ -> RecipientReplies.RECIPIENT_CHANGED;
            case Fate.Rejected rejected -> rejected.reply();
        };
    }

    private void refused(Arrival arrival, Recipient recipient, SmtpReply reply) {
        String sender = arrival.envelope().sender().map(Object::toString).orElse("");
        JournalEvent event =
                new JournalEvent.Refused(sender, recipient.address().toString(), reply);
        for (Account account : recipient.accounts()) {
            AccountId id = account.id();
            journal.accept(new JournalEvent.Entry(Optional.of(id), arrival.origin(), event));
        }
    }

    private void refused(Arrival arrival, Outgoing outgoing, SmtpReply reply) {
        String sender = arrival.envelope().sender().map(Object::toString).orElse("");
        outgoing.addressees()
                .forEach(addressee -> journal.accept(new JournalEvent.Entry(
                        outgoing.owner().account(),
                        arrival.origin(),
                        new JournalEvent.Refused(sender, addressee.address().toString(), reply))));
    }
}
