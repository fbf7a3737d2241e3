// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fumibako.filter.Reason;
import org.fumibako.filter.scan.Scan.Failure;

/** Asks all programs at once. Safe for any number of threads; blocks the one that asks for {@code patience} at most. */
public final class Scanners {
    /** How long a program that failed is not asked: mail must not wait for its timeout again and again. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final List<Scanner> scanners;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<String, Long> pausedUntil = new ConcurrentHashMap<>();

    public Scanners(List<Scanner> scanners, Duration patience, InstantSource clock) {
        this.scanners = List.copyOf(scanners);
        this.patience = patience;
        this.clock = clock;
    }

    /** Never throws for what the others do; an interrupt counts as their silence. */
    public Scan ask(Suspect suspect) {
        if (scanners.isEmpty()) {
            return Scan.NONE;
        }
        List<Failure> failures = new ArrayList<>(0);
        Map<Scanner, Future<List<Reason>>> asked = new LinkedHashMap<>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (Scanner scanner : scanners) {
                if (clock.millis() < pausedUntil.getOrDefault(scanner.name(), Long.MIN_VALUE)) {
                    failures.add(new Failure(
                            scanner.name(), "not asked, it failed less than " + PAUSE.toSeconds() + " s ago"));
                } else {
                    asked.put(scanner, threads.submit(() -> scanner.scan(suspect)));
                }
            }
            return gather(asked, failures);
        } finally {
            // Interrupts what has not answered, which closes its connection.
            threads.shutdownNow();
        }
    }

    private Scan gather(Map<Scanner, Future<List<Reason>>> asked, List<Failure> failures) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Reason> reasons = new ArrayList<>();
        boolean judged = false;
        boolean scanned = false;
        for (Map.Entry<Scanner, Future<List<Reason>>> one : asked.entrySet()) {
            Scanner scanner = one.getKey();
            try {
                long left = Math.max(0, deadline - System.nanoTime());
                reasons.addAll(one.getValue().get(left, TimeUnit.NANOSECONDS));
                judged |= scanner.judgesSpam();
                scanned |= !scanner.judgesSpam();
            } catch (ExecutionException failed) {
                failures.add(failure(scanner, reason(failed)));
            } catch (TimeoutException late) {
                failures.add(failure(scanner, "no answer within " + patience.toMillis() + " ms"));
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                failures.add(new Failure(scanner.name(), "interrupted"));
            }
        }
        return new Scan(reasons, judged, scanned, failures);
    }

    private Failure failure(Scanner scanner, String why) {
        pausedUntil.put(scanner.name(), clock.millis() + PAUSE.toMillis());
        return new Failure(scanner.name(), why);
    }

    private static String reason(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof IOException) {
            return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
        return String.valueOf(cause);
    }
}
