// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fumibako.model.DomainName;
import org.fumibako.net.TlsCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every certificate that is wanted is there, and is renewed in time ({@link Renewal}). Looks once an hour, and when it
 * is told that something is new. What fails is tried again, the others are not kept from theirs.
 */
public final class CertificateKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateKeeper.class);
    private static final long INTERVAL_MINUTES = 60;

    /** A customer may point more names here at any time. */
    private static final Duration LOOK_ANEW = Duration.ofDays(1);

    private final CertifiedNames names;
    private final CertificateFiles files;
    private final Issuer issuer;
    private final Renewal renewal;
    private final Runnable reload;
    private final Clock clock;
    private final Map<DomainName, Attempts> attempts = new ConcurrentSkipListMap<>();
    private final Map<DomainName, CertificateState> states = new ConcurrentSkipListMap<>();
    private final Map<DomainName, LeftOut> unproven = new ConcurrentSkipListMap<>();
    private final Map<DomainName, Instant> looked = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("certificates").factory());

    /** Failures in a row, and when it may be tried again. */
    private record Attempts(int failures, Instant next, String reason) {}

    private record LeftOut(Set<DomainName> names, String reason, Instant until) {
        static final LeftOut NOTHING = new LeftOut(Set.of(), "", Instant.MIN);
    }

    /**
     * @param reload called after something was issued; has the listeners read the files anew
     */
    public CertificateKeeper(
            CertifiedNames names,
            CertificateFiles files,
            Issuer issuer,
            Renewal renewal,
            Runnable reload,
            Clock clock) {
        this.names = names;
        this.files = files;
        this.issuer = issuer;
        this.renewal = renewal;
        this.reload = reload;
        this.clock = clock;
    }

    /** Begins with a look at once; then one an hour. */
    public void start() {
        var _ = thread.scheduleWithFixedDelay(this::lookSafely, 0, INTERVAL_MINUTES, TimeUnit.MINUTES);
    }

    /** A domain is new, or something of it has changed: has it looked at soon. Returns at once. */
    public void wake(DomainName holder) {
        looked.remove(holder);
        unproven.remove(holder);
        try {
            thread.execute(this::lookSafely);
        } catch (RejectedExecutionException closed) {
            LOG.debug("acme: no certificates are ordered any more");
        }
    }

    /** How every certificate stands that is wanted, by name; before the first look, none. */
    public Collection<CertificateState> states() {
        return List.copyOf(states.values());
    }

    private void lookSafely() {
        try {
            look();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.error(
                    "acme: looking after certificates failed; the next look is in {} minutes",
                    INTERVAL_MINUTES,
                    failed);
        }
    }

    /** Looks once at every certificate that may want something. */
    void look() throws InterruptedException {
        List<DomainName> holders = names.holders();
        for (DomainName holder : holders) {
            if (isOpen(holder)) {
                attend(holder);
            }
        }
        List.of(attempts, states, unproven, looked).forEach(map -> map.keySet().retainAll(holders));
    }

    /** DNS is asked for a domain's names once a day, when something of it is due, and when it is new. */
    private boolean isOpen(DomainName holder) {
        Instant now = clock.instant();
        Instant last = looked.get(holder);
        CertificateState state = states.get(holder);
        return last == null
                || state == null
                || !state.next().isAfter(now)
                || !last.plus(LOOK_ANEW).isAfter(now);
    }

    private void attend(DomainName holder) throws InterruptedException {
        Set<DomainName> wanted = new LinkedHashSet<>(names.names(holder));
        wanted.removeAll(leftOut(holder).names());
        looked.put(holder, clock.instant());
        Optional<TlsCertificate> kept = files.find(holder);
        Instant due = due(holder, wanted, kept);
        if (!due.isAfter(clock.instant())) {
            kept = order(holder, wanted).or(() -> files.find(holder));
            wanted.removeAll(leftOut(holder).names());
            due = due(holder, wanted, kept);
        }
        states.put(
                holder,
                new CertificateState(
                        holder,
                        kept.map(TlsCertificate::names).orElse(Set.of()),
                        kept.map(TlsCertificate::expiry),
                        reason(holder),
                        due));
    }

    private Optional<String> reason(DomainName holder) {
        return Optional.ofNullable(attempts.get(holder))
                .map(Attempts::reason)
                .or(() -> Optional.of(leftOut(holder).reason()).filter(why -> !why.isEmpty()));
    }

    /** Names that the authority did not believe; after a day they are tried again. */
    private LeftOut leftOut(DomainName holder) {
        LeftOut last = unproven.get(holder);
        return last == null || !last.until().isAfter(clock.instant()) ? LeftOut.NOTHING : last;
    }

    private Instant due(DomainName holder, Set<DomainName> wanted, Optional<TlsCertificate> kept) {
        if (wanted.isEmpty()) {
            return Instant.MAX;
        }
        Instant due = kept.filter(certificate -> covers(certificate, wanted))
                .map(certificate -> renewal.due(holder, certificate))
                .orElse(Instant.MIN);
        Attempts failed = attempts.get(holder);
        return failed != null && failed.next().isAfter(due) ? failed.next() : due;
    }

    private static boolean covers(TlsCertificate certificate, Set<DomainName> names) {
        return certificate
                .names()
                .containsAll(names.stream().map(DomainName::ascii).toList());
    }

    private Optional<TlsCertificate> order(DomainName holder, Set<DomainName> wanted) throws InterruptedException {
        try {
            return Optional.of(keep(holder, issue(holder, wanted)));
        } catch (IssueException refused) {
            failed(holder, refused.reason(), refused.notBefore());
        } catch (IOException unwritable) {
            failed(holder, "it could not be kept: " + unwritable.getMessage(), Optional.empty());
        }
        return Optional.empty();
    }

    /** Of all names; when it fails on some of them, of the others: a customer's one wrong record costs no more than that name. */
    private TlsCertificate issue(DomainName holder, Set<DomainName> wanted)
            throws IssueException, InterruptedException {
        LOG.info("acme: ordering a certificate for {}", wanted);
        try {
            return issuer.issue(wanted);
        } catch (IssueException refused) {
            Set<DomainName> others = new LinkedHashSet<>(wanted);
            others.removeAll(refused.unproven());
            if (others.isEmpty() || others.size() == wanted.size()) {
                throw refused;
            }
            LOG.warn("acme: {} goes without {}: {}", holder, refused.unproven(), refused.reason());
            unproven.put(
                    holder,
                    new LeftOut(
                            refused.unproven(),
                            refused.reason(),
                            clock.instant().plus(LOOK_ANEW)));
            return issuer.issue(others);
        }
    }

    private TlsCertificate keep(DomainName holder, TlsCertificate issued) throws IOException {
        files.keep(holder, issued);
        attempts.remove(holder);
        reload.run();
        LOG.info("acme: {} has a certificate until {}", holder, issued.expiry());
        return issued;
    }

    private void failed(DomainName of, String reason, Optional<Instant> notBefore) {
        Attempts before = attempts.get(of);
        int failures = before == null ? 1 : before.failures() + 1;
        Instant next = renewal.retry(clock.instant(), failures);
        Instant latest = notBefore.filter(next::isBefore).orElse(next);
        attempts.put(of, new Attempts(failures, latest, reason));
        LOG.warn("acme: no certificate for {}: {}; the next attempt is at {}", of, reason, latest);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
