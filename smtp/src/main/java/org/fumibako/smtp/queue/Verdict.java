// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fumibako.model.DsnNotify;
import org.fumibako.smtp.client.Attempt;
import org.fumibako.smtp.client.Outcome;
import org.fumibako.smtp.client.RemoteHost;
import org.fumibako.store.queue.Consignment;
import org.fumibako.store.queue.QueueAttempt;
import org.fumibako.store.queue.QueuedMessage;
import org.fumibako.store.queue.QueuedRecipient;
import org.fumibako.store.queue.Settlement;

/** What outcomes mean for recipients: done, again later, or the end. */
final class Verdict {
    private final QueueConfig config;
    private final Clock clock;
    private final RandomGenerator random;

    Verdict(QueueConfig config, Clock clock, RandomGenerator random) {
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /**
     * One settlement for each recipient.
     *
     * @param outcomes in the order of the recipients
     * @param notBefore when there is any sense in another attempt
     */
    List<Settlement> of(Consignment tried, List<Outcome> outcomes, Instant notBefore) {
        Instant now = clock.instant();
        List<Settlement> settlements = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            QueuedRecipient recipient = tried.recipients().get(i);
            Outcome outcome = outcomes.get(i);
            Settlement.Result result = switch (outcome) {
                case Outcome.Delivered delivered -> new Settlement.Result.Delivered(delivered.dsn());
                case Outcome.Refused _ -> new Settlement.Result.Failed();
                case Outcome.Deferred _ -> again(tried.message(), recipient, now, notBefore);
            };
            settlements.add(new Settlement(tried.message(), recipient, result, attempt(outcome.attempt(), now)));
        }
        return settlements;
    }

    private Settlement.Result again(QueuedMessage message, QueuedRecipient recipient, Instant now, Instant notBefore) {
        if (!now.isBefore(recipient.expires())) {
            return new Settlement.Result.Expired();
        }
        Instant next = config.schedule().next(recipient.attempts() + 1, now, random);
        next = next.isBefore(notBefore) ? notBefore : next;
        boolean told = recipient.delayTold();
        Instant tellAt = message.acceptedAt().plus(config.delayNotice());
        if (!told && wantsDelay(message, recipient)) {
            told = !now.isBefore(tellAt);
            // The sender is told in time, although the waits have become long.
            next = !told && next.isAfter(tellAt) ? tellAt : next;
        }
        return new Settlement.Result.Deferred(earlier(next, recipient.expires()), told);
    }

    /** RFC 3461 §4.1: who says nothing may be told of a delay. */
    private static boolean wantsDelay(QueuedMessage message, QueuedRecipient recipient) {
        return message.envelope().sender().isPresent()
                && (recipient.addressee().notifyOn().isEmpty()
                        || recipient.addressee().notifyOn().contains(DsnNotify.DELAY));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static QueueAttempt attempt(Attempt attempt, Instant now) {
        Optional<RemoteHost> host = attempt.host();
        return new QueueAttempt(
                now,
                host.map(RemoteHost::toString).orElse(""),
                host.flatMap(RemoteHost::tls).map(Object::toString).orElse(""),
                attempt.status(),
                attempt.reply(),
                attempt.words());
    }
}
