// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.fumibako.db.DatabaseException;
import org.fumibako.delivery.dsn.Notices;
import org.fumibako.smtp.client.Attempt;
import org.fumibako.smtp.client.Delivery;
import org.fumibako.smtp.client.DeliveryReport;
import org.fumibako.smtp.client.NextHop;
import org.fumibako.smtp.client.Outcome;
import org.fumibako.smtp.client.Recipient;
import org.fumibako.smtp.client.Stage;
import org.fumibako.smtp.client.Transmission;
import org.fumibako.store.Append;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.StoreException;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Consignment;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.QueuedRecipient;
import org.fumibako.store.queue.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt from beginning to end: take what is claimed, bring it to a server, settle what came of it. */
final class Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    /** Times that an outcome is written down; a database that is away for a minute must not cost a duplicate. */
    private static final int SETTLE_TRIES = 7;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final OutboundQueue queue;
    private final Delivery delivery;
    private final Notices notices;
    private final Verdict verdict;
    private final Clock clock;
    private final BooleanSupplier closing;

    Carrier(QueueRunner.Parts parts, Verdict verdict, Clock clock, BooleanSupplier closing) {
        this.queue = parts.queue();
        this.delivery = parts.delivery();
        this.notices = parts.notices();
        this.verdict = verdict;
        this.clock = clock;
        this.closing = closing;
    }

    /** What an attempt says of the place that it went to. */
    sealed interface Experience {
        record Answered() implements Experience {}

        record Unreachable(Attempt why) implements Experience {}

        /** Nothing was sent. */
        record None() implements Experience {}
    }

    Experience carry(Window.Entry entry, Optional<Destination.Rest> rest) {
        Optional<Consignment> taken = queue.take(entry.claim());
        if (taken.isEmpty()) {
            return new Experience.None();
        }
        try (Consignment consignment = taken.get()) {
            return rest.isPresent() ? postpone(consignment, rest.get()) : send(consignment, entry);
        }
    }

    private Experience postpone(Consignment consignment, Destination.Rest rest) {
        Outcome outcome = new Outcome.Deferred(rest.failure());
        settle(consignment, same(consignment, outcome), rest.until());
        return new Experience.None();
    }

    private Experience send(Consignment consignment, Window.Entry entry) {
        DeliveryReport report = deliver(entry.hop(), transmission(consignment));
        List<Outcome> outcomes =
                report.results().stream().map(DeliveryReport.Result::outcome).toList();
        if (closing.getAsBoolean() && outcomes.stream().allMatch(Carrier::cutOff)) {
            queue.giveBack(List.of(entry.claim()));
            return new Experience.None();
        }
        settle(consignment, outcomes, Instant.MIN);
        return report.unreachable()
                ? new Experience.Unreachable(outcomes.getFirst().attempt())
                : new Experience.Answered();
    }

    /** When we are closing, a server that did not answer had no time to: that is no attempt. */
    private static boolean cutOff(Outcome outcome) {
        return outcome instanceof Outcome.Deferred && outcome.attempt().reply().isEmpty();
    }

    /** What is wrong on our side must not lose mail either. */
    private DeliveryReport deliver(NextHop hop, Transmission message) {
        try {
            return delivery.deliver(hop, message);
        } catch (RuntimeException fault) {
            LOG.error("an attempt to deliver to {} failed on our side", hop.key(), fault);
            Attempt attempt = Attempt.failed(
                    Optional.empty(), Stage.DATA, "4.3.0", "the message could not be sent for an internal reason");
            return new DeliveryReport(
                    message.recipients().stream()
                            .map(recipient -> new DeliveryReport.Result(recipient, new Outcome.Deferred(attempt)))
                            .toList(),
                    List.of(attempt));
        }
    }

    private static List<Outcome> same(Consignment consignment, Outcome outcome) {
        return Collections.nCopies(consignment.recipients().size(), outcome);
    }

    private static Transmission transmission(Consignment consignment) {
        QueueEnvelope envelope = consignment.message().envelope();
        return new Transmission(
                envelope.sender(),
                consignment.recipients().stream().map(Carrier::recipient).toList(),
                consignment.content(),
                envelope.body(),
                envelope.smtpUtf8(),
                envelope.ret(),
                envelope.envelopeId());
    }

    private static Recipient recipient(QueuedRecipient recipient) {
        Addressee addressee = recipient.addressee();
        return new Recipient(addressee.address(), addressee.notifyOn(), addressee.originalRecipient());
    }

    private void settle(Consignment consignment, List<Outcome> outcomes, Instant notBefore) {
        List<Settlement> settlements = verdict.of(consignment, outcomes, notBefore);
        List<Append> tellings = notices.of(consignment, settlements, clock.instant());
        Duration pause = FIRST_PAUSE;
        for (int tries = 1; ; tries++) {
            try {
                queue.settle(settlements, tellings);
                return;
            } catch (StoreException | DatabaseException failed) {
                if (tries == SETTLE_TRIES || !sleep(pause)) {
                    throw failed;
                }
                LOG.warn(
                        "an outcome of message {} could not be kept; once more",
                        consignment.message().id(),
                        failed);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
