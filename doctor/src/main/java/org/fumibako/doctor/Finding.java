// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param headline what is so, in a sentence
 * @param explanation why that explains the complaint or not, and what comes next; may be empty
 */
public record Finding(
        Outcome outcome, Phrase headline, Phrase explanation, List<Evidence> evidence, Optional<Remedy> remedy) {
    private static final Phrase NOTHING = Phrase.of("");

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** Nothing wrong. */
    public static Finding fine(String ja, String en) {
        return of(Outcome.FINE, ja, en);
    }

    /** The explanation. */
    public static Finding cause(String ja, String en) {
        return of(Outcome.CAUSE, ja, en);
    }

    /** Not as it should be. */
    public static Finding suspicious(String ja, String en) {
        return of(Outcome.SUSPICIOUS, ja, en);
    }

    /** Could not be found out. */
    public static Finding unknown(String ja, String en) {
        return of(Outcome.UNKNOWN, ja, en);
    }

    private static Finding of(Outcome outcome, String ja, String en) {
        return new Finding(outcome, new Phrase(ja, en), NOTHING, List.of(), Optional.empty());
    }

    /** The same, but no surer than {@code level}. */
    public Finding only(Outcome level) {
        return new Finding(level, headline, explanation, evidence, remedy);
    }

    public Finding because(String ja, String en) {
        return new Finding(outcome, headline, new Phrase(ja, en), evidence, remedy);
    }

    /** With a sentence more. */
    public Finding and(String ja, String en) {
        return new Finding(outcome, headline, explanation.then(new Phrase(ja, en)), evidence, remedy);
    }

    public Finding with(Evidence more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(more);
        return new Finding(outcome, headline, explanation, all, remedy);
    }

    public Finding with(List<Evidence> more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(more);
        return new Finding(outcome, headline, explanation, all, remedy);
    }

    public Finding with(Remedy cure) {
        return new Finding(outcome, headline, explanation, evidence, Optional.of(cure));
    }
}
