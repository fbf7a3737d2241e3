// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.fumibako.doctor.Diagnosis.Examined;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalQuery.About;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Examines accounts. Safe for any number of threads. */
public final class Doctor {
    /** How long a check may take; DNS and a probe of the whole path need seconds at worst. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How far back the history is read: a complaint is seldom about older things. */
    public static final Duration MEMORY = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    private final Practice practice;
    private final Directory directory;
    private final Journal journal;
    private final Clock clock;

    public Doctor(Practice practice, Directory directory, Journal journal, Clock clock) {
        this.practice = practice;
        this.directory = directory;
        this.journal = journal;
        this.clock = clock;
    }

    /** The checks of a symptom, in order; every check there is without one. */
    public List<Check> checks(Optional<Symptom> symptom) {
        return symptom.map(practice::checks).orElseGet(practice::all);
    }

    /**
     * Runs all checks of a symptom side by side; blocks until the last one is done.
     *
     * @param symptom empty: every check there is
     * @param zone in which moments are said
     * @param progress told of every check as it is done, by its own thread
     */
    public Diagnosis examine(
            EmailAddress address, Optional<Symptom> symptom, ZoneId zone, Consumer<Examined> progress) {
        return examine(address, new Complaint(symptom, checks(symptom)), zone, progress);
    }

    /** Runs one check of a symptom, or of all there are without one; empty when there is none of that name. */
    public Optional<Examined> examine(EmailAddress address, Optional<Symptom> symptom, String check, ZoneId zone) {
        return checks(symptom).stream()
                .filter(one -> one.id().equals(check))
                .findFirst()
                .flatMap(one ->
                        examine(address, new Complaint(symptom, List.of(one)), zone, done -> {}).results().stream()
                                .findFirst());
    }

    private record Complaint(Optional<Symptom> symptom, List<Check> checks) {}

    private Diagnosis examine(EmailAddress address, Complaint complaint, ZoneId zone, Consumer<Examined> progress) {
        journal.flush();
        Patient patient = patient(address, zone);
        List<Examined> results = new ArrayList<>();
        // Not closed but shut down: closing would wait for a check that does not heed its interruption.
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Check> checks = complaint.checks();
            List<Future<Examined>> running = checks.stream()
                    .map(check -> threads.submit(() -> examine(check, patient, progress)))
                    .toList();
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (int i = 0; i < running.size(); i++) {
                results.add(await(running.get(i), checks.get(i), end));
            }
        } finally {
            threads.shutdownNow();
        }
        return new Diagnosis(address, complaint.symptom(), patient.now(), results);
    }

    private Patient patient(EmailAddress address, ZoneId zone) {
        Instant now = clock.instant();
        Optional<Account> own = directory.account(address);
        Optional<Account> account = own.or(() -> onlyTarget(address));
        List<About> about = new ArrayList<>();
        account.ifPresent(found -> about.add(new About.OfAccount(found.id())));
        if (own.isEmpty()) {
            about.add(new About.OfAddress(address.toString()));
        }
        return new Patient(address, account, new History(journal, about, now.minus(MEMORY)), new Times(zone), now);
    }

    /** The account behind an alias that leads to no other: what befalls it befalls mail for the alias. */
    private Optional<Account> onlyTarget(EmailAddress alias) {
        return directory.resolve(alias) instanceof Directory.Recipient.Local local
                        && local.accounts().size() == 1
                ? Optional.of(local.accounts().getFirst())
                : Optional.empty();
    }

    private static Examined examine(Check check, Patient patient, Consumer<Examined> progress) {
        long begin = System.nanoTime();
        Finding finding;
        try {
            finding = check.examine(patient);
        } catch (RuntimeException broken) {
            LOG.error("check {} failed", check.id(), broken);
            finding = Finding.unknown("確認できませんでした", "This could not be checked")
                    .because(
                            "確認の途中で問題が起きました。しばらくしてからもう一度お試しください。",
                            "Something went wrong while checking. Try again in a while.");
        }
        Examined done = new Examined(check, finding, Duration.ofNanos(System.nanoTime() - begin));
        progress.accept(done);
        return done;
    }

    private static Examined await(Future<Examined> running, Check check, long end) {
        try {
            return running.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return new Examined(check, tooLate(), PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Examined(check, tooLate(), PATIENCE);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible.getCause());
        }
    }

    private static Finding tooLate() {
        return Finding.unknown("時間内に確認できませんでした", "This could not be checked in time")
                .because(
                        "相手の応答がありませんでした。しばらくしてからもう一度お試しください。",
                        "Something that had to be asked did not answer. Try again in a while.");
    }
}
