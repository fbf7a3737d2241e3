// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.Question;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The resolver of the house: cache first, then the upstreams; equal questions at the same time are asked once. */
public final class CachingResolver implements Resolver {
    private static final Logger LOG = LoggerFactory.getLogger(CachingResolver.class);

    private final ResolverConfig config;
    private final UpstreamClient client;
    private final LongSupplier nanoTime;
    private final AnswerCache cache;
    private final Map<Question, CompletableFuture<Outcome>> flights = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(ResolverLimits.MAX_FLIGHTS);

    /** {@code random} makes ids and cases that a forger must not guess; {@code nanoTime} is {@link System#nanoTime()}, or a test's. */
    public CachingResolver(ResolverConfig config, RandomGenerator random, LongSupplier nanoTime) {
        this.config = config;
        this.client = new UpstreamClient(config.patience(), random, nanoTime);
        this.nanoTime = nanoTime;
        this.cache = new AnswerCache(nanoTime);
    }

    @Override
    public Answer resolve(DnsName name, RecordType type, Budget budget) {
        if (!budget.spend()) {
            return new Answer.Failure(Answer.Reason.BUDGET_SPENT, "before asking for " + name + " " + type);
        }
        Question question = new Question(name, type);
        if (config.upstreamsFor(name).isEmpty()) {
            return LocalNames.answer(question);
        }
        return cache.get(question).orElseGet(() -> await(question, budget));
    }

    private Answer await(Question question, Budget budget) {
        CompletableFuture<Outcome> flight = flights.computeIfAbsent(question, this::launch);
        try {
            long nanos = Math.min(
                    ResolverLimits.MAX_WAIT.toNanos(), budget.remaining().toNanos());
            return flight.get(nanos, TimeUnit.NANOSECONDS).answer();
        } catch (TimeoutException e) {
            Answer.Reason reason = budget.remaining().isZero() ? Answer.Reason.BUDGET_SPENT : Answer.Reason.TIMEOUT;
            return new Answer.Failure(reason, "waiting for " + question.name() + " " + question.type());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Failure(Answer.Reason.TIMEOUT, "interrupted");
        } catch (ExecutionException e) {
            LOG.error("asking for {} {} failed", question.name(), question.type(), e.getCause());
            return new Answer.Failure(Answer.Reason.SERVER_FAILURE, "the resolver failed");
        }
    }

    private CompletableFuture<Outcome> launch(Question question) {
        CompletableFuture<Outcome> flight = new CompletableFuture<>();
        Thread.ofVirtual().name("dns-" + question.name()).start(() -> fly(question, flight));
        return flight;
    }

    private void fly(Question question, CompletableFuture<Outcome> flight) {
        try {
            Outcome outcome = fetch(question);
            cache.put(question, outcome);
            // Gone before it is known, so that who asks afterwards never gets it from here when its time is over.
            flights.remove(question, flight);
            flight.complete(outcome);
        } catch (RuntimeException | Error e) {
            flights.remove(question, flight);
            flight.completeExceptionally(e);
        }
    }

    private Outcome fetch(Question question) {
        if (!places.tryAcquire()) {
            return new Outcome(
                    new Answer.Failure(Answer.Reason.SERVER_FAILURE, "too many questions on the way"), Duration.ZERO);
        }
        try {
            return walk(new AliasWalk(question), nanoTime.getAsLong() + ResolverLimits.MAX_WAIT.toNanos());
        } finally {
            places.release();
        }
    }

    private Outcome walk(AliasWalk walk, long deadline) {
        while (true) {
            List<Upstream> upstreams = config.upstreamsFor(walk.next().name());
            if (upstreams.isEmpty()) {
                // An alias from outside into names of this machine: an attempt to make us talk to ourselves.
                return new Outcome(new Answer.NoSuchName(), ResolverLimits.FAILURE_TTL);
            }
            switch (client.ask(walk.next(), upstreams, deadline)) {
                case UpstreamClient.Result.Replied replied -> {
                    Optional<Outcome> outcome = walk.follow(replied.reply(), replied.trusted());
                    if (outcome.isPresent()) {
                        return outcome.get();
                    }
                }
                case UpstreamClient.Result.Failed failed -> {
                    return Outcome.failure(failed.reason(), failed.detail());
                }
            }
        }
    }
}
