// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.fumibako.delivery.Inboxes;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.delivery.forward.Mark;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.BodyType;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.DsnReturn;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.store.Append;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Consignment;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.QueuedMessage;
import org.fumibako.store.queue.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells senders what became of their mail: into their own mailbox here, or through the queue. */
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Origin ORIGIN = Origin.system("queue");

    /**
     * A notification goes into a full mailbox too: its owner has to learn that a message did not arrive, and can bring about no
     * more of them than they send.
     */
    private static final ByteSize NO_LIMIT = new ByteSize(Long.MAX_VALUE);

    private final DsnComposer composer;
    private final DomainName host;
    private final Optional<Signing> signing;
    private final Directory directory;
    private final Inboxes inboxes;
    private final Duration lifetime;
    private final Consumer<JournalEvent.Entry> journal;
    private final Optional<ForwardNotices> forwards;

    /**
     * What notifications need.
     *
     * @param host our own name
     * @param zone of the dates in them
     * @param lifetime how long one to another server is tried
     * @param journal takes rows without blocking
     */
    public record Parts(
            DomainName host,
            ZoneId zone,
            Directory directory,
            Inboxes inboxes,
            Duration lifetime,
            Consumer<JournalEvent.Entry> journal) {}

    public Notices(Parts parts, RandomGenerator random) {
        this(parts, random, Optional.empty());
    }

    /** @param forwards tells of forwarded mail */
    public Notices(Parts parts, RandomGenerator random, ForwardNotices forwards) {
        this(parts, random, Optional.of(forwards));
    }

    private Notices(Parts parts, RandomGenerator random, Optional<ForwardNotices> forwards) {
        this.forwards = forwards;
        this.composer = new DsnComposer(parts.host(), parts.zone(), random);
        this.host = parts.host();
        this.signing = Optional.empty();
        this.directory = parts.directory();
        this.inboxes = parts.inboxes();
        this.lifetime = parts.lifetime();
        this.journal = parts.journal();
    }

    private Notices(Notices other, Signing signing) {
        this.composer = other.composer;
        this.host = other.host;
        this.signing = Optional.of(signing);
        this.forwards = other.forwards;
        this.directory = other.directory;
        this.inboxes = other.inboxes;
        this.lifetime = other.lifetime;
        this.journal = other.journal;
    }

    /** The same, but signed for the host's domain, if that signs. */
    public Notices signing(Signing step) {
        return new Notices(this, step);
    }

    private Content signed(Content notice) throws IOException {
        return signing.isPresent() ? signing.get().signFor(host, notice) : notice;
    }

    /** What the sender has to be told now: nothing, or one notification that covers all these recipients. */
    public List<Append> of(Consignment tried, List<Settlement> settlements, Instant now) {
        Optional<Mark> mark = forwards.isPresent() ? Mark.of(tried.message()) : Optional.empty();
        return mark.isPresent() ? ofForwarded(tried, mark.get(), settlements, now) : ofSent(tried, settlements, now);
    }

    private List<Append> ofForwarded(Consignment tried, Mark mark, List<Settlement> settlements, Instant now) {
        try {
            return forwards.orElseThrow().of(tried, mark, settlements, composer, now);
        } catch (IOException unreadable) {
            LOG.error(
                    "no notification of forwarded message {}: it cannot be read",
                    tried.message().id(),
                    unreadable);
            return List.of();
        }
    }

    private List<Append> ofSent(Consignment tried, List<Settlement> settlements, Instant now) {
        Optional<EmailAddress> sender = tried.message().envelope().sender();
        List<Reported> told = new ArrayList<>();
        for (Settlement settlement : settlements) {
            reported(settlement).ifPresent(told::add);
        }
        if (sender.isEmpty() || told.isEmpty()) {
            return List.of();
        }
        try {
            return notice(report(tried, sender.get(), told), tried.message(), now).stream()
                    .toList();
        } catch (IOException unreadable) {
            LOG.error(
                    "no notification of message {}: it cannot be read",
                    tried.message().id(),
                    unreadable);
            dropped(tried.message(), sender.get(), "the message cannot be read");
            return List.of();
        }
    }

    private static Optional<Reported> reported(Settlement settlement) {
        Addressee addressee = settlement.recipient().addressee();
        return Action.of(settlement)
                .filter(action -> action.wanted(addressee.notifyOn()))
                .map(action -> new Reported(
                        addressee.address(),
                        addressee.originalRecipient(),
                        action,
                        settlement.attempt(),
                        action == Action.DELAYED
                                ? Optional.of(settlement.recipient().expires())
                                : Optional.empty()));
    }

    /** The full message is for failures only, and only on demand (RFC 3461 §4.3); one that is not lines is never sent as such. */
    private static Report report(Consignment tried, EmailAddress to, List<Reported> told) {
        QueueEnvelope envelope = tried.message().envelope();
        boolean full = envelope.ret().equals(Optional.of(DsnReturn.FULL))
                && envelope.body() != BodyType.BINARY
                && told.stream().anyMatch(recipient -> recipient.action() == Action.FAILED);
        return new Report(to, tried.message().acceptedAt(), envelope.envelopeId(), told, tried.content(), full);
    }

    private Optional<Append> notice(Report report, QueuedMessage message, Instant now) throws IOException {
        return switch (directory.resolve(report.to())) {
            case Directory.Recipient.Local local -> Optional.of(filed(report, local.accounts(), now));
            case Directory.Recipient.Remote _ -> Optional.of(queued(report, now));
            case Directory.Recipient.Unknown _, Directory.Recipient.Suspended _ -> {
                dropped(message, report.to(), "the sender has no mailbox here any more");
                yield Optional.empty();
            }
        };
    }

    private Append filed(Report report, List<Account> accounts, Instant now) throws IOException {
        Content content = signed(composer.compose(report, now).content());
        List<Append.Filing> filings = accounts.stream()
                .map(account -> new Append.Filing(
                        account.id(), inboxes.of(account.id()), Flags.NONE, now, NO_LIMIT, Optional.of(report.to())))
                .toList();
        return new Append(content, MessageSummary.of(content), filings, Optional.empty(), ORIGIN);
    }

    private Append queued(Report report, Instant now) throws IOException {
        DsnComposer.Composed composed = composer.compose(report, now);
        QueueEnvelope envelope = new QueueEnvelope(
                Optional.empty(),
                composed.eightBit() ? BodyType.EIGHT_BIT : BodyType.SEVEN_BIT,
                composed.global(),
                Optional.empty(),
                Optional.empty());
        Posting posting =
                new Posting(envelope, List.of(Addressee.of(report.to())), Owner.NOBODY, 0, now.plus(lifetime));
        Content content = signed(composed.content());
        return new Append(
                content, MessageSummary.of(content), List.of(), Optional.empty(), ORIGIN, Optional.of(posting));
    }

    private void dropped(QueuedMessage message, EmailAddress sender, String why) {
        journal.accept(new JournalEvent.Entry(
                message.owner().account(), ORIGIN, new OutgoingEvent.NoticeDropped(message.queueId(), sender, why)));
    }
}
