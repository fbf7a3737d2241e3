// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Question;
import org.fumibako.dns.RecordData;

/** What upstreams said, for as long as it is true, and no longer. Bounded by {@link ResolverLimits#CACHE_SIZE}. */
final class AnswerCache {
    /** Octets that an entry costs besides its texts. */
    private static final int ENTRY = 200;

    private final LongSupplier nanoTime;
    private final Cache<Question, Remembered> answers;

    private record Remembered(Outcome outcome, long since) {}

    AnswerCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.answers = Caffeine.newBuilder()
                .ticker(nanoTime::getAsLong)
                .executor(Runnable::run)
                .maximumWeight(ResolverLimits.CACHE_SIZE)
                .weigher((Question question, Remembered entry) ->
                        weight(question, entry.outcome().answer()))
                .expireAfter(Expiry.writing(
                        (Question question, Remembered entry) -> entry.outcome().ttl()))
                .build();
    }

    /** The answer, with the time that is left to it. */
    Optional<Answer> get(Question question) {
        Remembered entry = answers.getIfPresent(question);
        if (entry == null) {
            return Optional.empty();
        }
        Duration left = entry.outcome().ttl().minusNanos(nanoTime.getAsLong() - entry.since());
        if (!left.isPositive()) {
            return Optional.empty();
        }
        return Optional.of(
                entry.outcome().answer() instanceof Answer.Records records
                        ? new Answer.Records(records.data(), left, records.authenticated())
                        : entry.outcome().answer());
    }

    void put(Question question, Outcome outcome) {
        if (outcome.ttl().isPositive()) {
            answers.put(question, new Remembered(outcome, nanoTime.getAsLong()));
        }
    }

    private static int weight(Question question, Answer answer) {
        int octets = ENTRY + question.name().text().length();
        if (answer instanceof Answer.Records records) {
            for (RecordData data : records.data()) {
                octets += ENTRY / 2
                        + (data instanceof RecordData.Txt txt ? txt.joined().length() : 0);
            }
        }
        return octets;
    }
}
