// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.EmailAddress;

/**
 * All that was found about one complaint, in the order of the symptom's list.
 *
 * @param symptom empty when everything was looked at, without a complaint
 */
public record Diagnosis(EmailAddress address, Optional<Symptom> symptom, Instant at, List<Examined> results) {
    public Diagnosis {
        results = List.copyOf(results);
    }

    /** A check that is done. */
    public record Examined(Check check, Finding finding, Duration took) {}

    /** The first cause in the list, which is the likeliest. */
    public Optional<Examined> cause() {
        return first(Outcome.CAUSE);
    }

    /** The first thing that is not as it should be. */
    public Optional<Examined> suspicion() {
        return first(Outcome.SUSPICIOUS);
    }

    private Optional<Examined> first(Outcome outcome) {
        return results.stream()
                .filter(result -> result.finding().outcome() == outcome)
                .findFirst();
    }
}
