// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.stage;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumibako.app.Fumibako;
import org.fumibako.doctor.Outcome;
import org.fumibako.model.EmailAddress;

/** Makes troubles happen in a running demo. */
public final class Stage {
    /** How long the simulated Internet may take to say what has to be said. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long PAUSE_MILLIS = 100;

    private final Fumibako server;
    private final Scene scene;

    public Stage(Fumibako server, Scene scene) {
        this.server = server;
        this.scene = scene;
    }

    /** Everything that can be staged, in the order of symptoms. */
    public static List<Situation> all() {
        return Stream.of(SendingSituations.all(), ReceivingSituations.all(), SignInSituations.all())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Situation::symptom))
                .toList();
    }

    /** Those of a word: a symptom's code or name, one situation's id, or {@code all}; none when it means nothing. */
    public static List<Situation> named(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(one -> wanted.equals("all")
                        || wanted.equals(one.symptom().slug())
                        || wanted.equals(one.symptom().name().toLowerCase(Locale.ROOT))
                        || wanted.equals(one.id().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Makes it happen, and waits until the records that speak of it are there; returns the address that it happened to. */
    public EmailAddress play(Situation situation) throws IOException {
        EmailAddress patient =
                EmailAddress.of(situation.play().of(scene, situation.id().toLowerCase(Locale.ROOT)));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isFound(patient, situation) && System.nanoTime() < end) {
            pause();
        }
        return patient;
    }

    private boolean isFound(EmailAddress patient, Situation situation) {
        return server.doctor()
                .examine(patient, Optional.of(situation.symptom()), situation.check(), ZoneId.systemDefault())
                .filter(one -> one.finding().outcome() == Outcome.CAUSE)
                .isPresent();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
