// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dkim;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fumibako.db.Database;
import org.fumibako.journal.Origin;
import org.fumibako.mailauth.dkim.DkimKey;
import org.fumibako.mailauth.dkim.KeySchedule;
import org.fumibako.mailauth.dkim.SignatureAlgorithm;
import org.fumibako.mailauth.dkim.StoredDkimKey;
import org.fumibako.model.DomainName;
import org.fumibako.registry.dkim.DkimKeys;
import org.fumibako.registry.dkim.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the keys that domains sign with, exchanges them in time, and deletes them when their records are needed no more
 * ({@link KeySchedule}). Its own thread does it: a key takes from a tenth of a second to several. Runs in one process at a time, under
 * a lease.
 */
public final class KeyRotation implements KeySupply, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
    private static final Origin ORIGIN = Origin.system("dkim");
    private static final String LEASE = "dkim keys";

    /** Of the lease; it is renewed with each domain, which takes seconds at most. */
    private static final Duration LENGTH = Duration.ofMinutes(5);

    private static final Duration INTERVAL = Duration.ofDays(1);

    /** When another process has the lease: it may have looked before the domain was there. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final DkimKeys keys;
    private final DomainKeys schedules;
    private final Database database;
    private final Clock clock;
    private final SecureRandom random;
    private final AtomicBoolean waking = new AtomicBoolean();
    private final ConcurrentMap<DomainName, CompletableFuture<Void>> urgent = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dkim-keys").factory());

    /** @param database the registry's, for the lease */
    public KeyRotation(DkimKeys keys, Database database, Clock clock, SecureRandom random) {
        this.keys = keys;
        this.schedules = new DomainKeys(keys, clock);
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /** Begins with a round at once; then one a day. */
    public void start() {
        // A task that throws would never run again, so its outcome is logged where it arises.
        var _ = thread.scheduleWithFixedDelay(() -> safely(this::run), 0, INTERVAL.toHours(), TimeUnit.HOURS);
    }

    @Override
    public boolean await(DomainName domain, Duration most) {
        if (!keys.waits(domain)) {
            return true;
        }
        CompletableFuture<Void> made = urgent.computeIfAbsent(domain, _ -> new CompletableFuture<>());
        wake();
        try {
            made.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.info("the DKIM keys of domain {} are still being made", domain);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        return !keys.waits(domain);
    }

    /** Something may be new: domains without keys get theirs soon. Returns at once; often is not more than once. */
    public void wake() {
        wake(Duration.ZERO);
    }

    private void wake(Duration delay) {
        if (waking.compareAndSet(false, true)) {
            try {
                var _ = thread.schedule(() -> safely(this::supply), delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                LOG.debug("no keys are made any more");
            }
        }
    }

    /** One round: every domain that signs has what its schedule wants. Nothing happens while another process has the lease. */
    public void run() {
        attend(keys.signing());
    }

    private void supply() {
        waking.set(false);
        List<DomainName> waiting = keys.waiting();
        if (!waiting.isEmpty() && !attend(waiting)) {
            wake(AGAIN);
        }
    }

    /** Gives a domain new keys of both algorithms now; they begin to sign when DNS is sure to show them. Returns their selectors. */
    public List<String> rotate(DomainName domain) {
        List<SigningKey> made = made(domain, EnumSet.allOf(SignatureAlgorithm.class));
        return keys.keep(domain, made, ORIGIN)
                ? made.stream().map(SigningKey::selector).toList()
                : List.of();
    }

    /** Whether we have the lease; without it nothing was done. */
    private boolean attend(List<DomainName> domains) {
        Optional<Database.Lease> lease = database.lease(LEASE, LENGTH);
        if (lease.isEmpty()) {
            return false;
        }
        try {
            for (DomainName domain : domains) {
                if (thread.isShutdown() || database.lease(LEASE, LENGTH).isEmpty()) {
                    break;
                }
                List.copyOf(urgent.keySet()).forEach(this::attendNow);
                attendNow(domain);
            }
            return true;
        } finally {
            lease.get().close();
        }
    }

    private void attendNow(DomainName domain) {
        safely(() -> attend(domain));
        CompletableFuture<Void> awaited = urgent.remove(domain);
        if (awaited != null) {
            awaited.complete(null);
        }
    }

    private void attend(DomainName domain) {
        KeySchedule schedule = schedules.schedule(domain);
        if (!schedule.due().isEmpty()) {
            List<SigningKey> made = made(domain, schedule.due());
            if (keys.keep(domain, made, ORIGIN)) {
                LOG.info("domain {} has new DKIM keys: {}", domain, made);
            }
        }
        for (KeySchedule.Key finished : schedule.finished()) {
            keys.delete(domain, finished.selector(), ORIGIN);
            LOG.info("domain {}: DKIM key {} is needed no more and was deleted", domain, finished.selector());
        }
    }

    private List<SigningKey> made(DomainName domain, Set<SignatureAlgorithm> algorithms) {
        Set<String> taken = new HashSet<>();
        schedules.kept(domain).forEach(key -> taken.add(key.selector()));
        List<SigningKey> made = new ArrayList<>(algorithms.size());
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            if (algorithms.contains(algorithm)) {
                Instant now = clock.instant();
                String selector = KeySchedule.selector(algorithm, LocalDate.ofInstant(now, ZoneOffset.UTC), taken);
                DkimKey key = DkimKey.generate(domain, selector, algorithm, random);
                StoredDkimKey stored = key.stored(now);
                made.add(new SigningKey(
                        domain,
                        selector,
                        algorithm.token(),
                        stored.privateKey(),
                        stored.publicKey(),
                        key.recordText(),
                        now));
            }
        }
        return made;
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warn("DKIM keys could not be attended to; the next round tries again", failed);
        }
    }

    /** A key that is being made is given up; the next start makes it. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
