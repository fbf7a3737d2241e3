// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.refusal.Refusals;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.OutgoingEvent;

/**
 * Whether a mistake in DNS can be what is wrong: a record that is not as it should be explains nothing as long as other servers take
 * the mail, or refuse it for another reason.
 */
enum Blame {
    /** A destination said at last that it could not verify the sender. */
    PROVEN,
    /** Nothing was sent, so nothing speaks against it. */
    OPEN,
    /** Every destination took the last mail, or refused it for something else. */
    CONTRADICTED;

    static Blame of(Patient patient) {
        Map<String, Boolean> lastWords = new HashMap<>();
        for (JournalRow row : patient.history().rows()) {
            if (row.event() instanceof OutgoingEvent event) {
                isUnproven(event)
                        .ifPresent(unproven ->
                                lastWords.putIfAbsent(event.recipient().domain().ascii(), unproven));
            }
        }
        return lastWords.isEmpty() ? OPEN : lastWords.containsValue(true) ? PROVEN : CONTRADICTED;
    }

    /** Empty for what is no last word. */
    private static Optional<Boolean> isUnproven(OutgoingEvent event) {
        return switch (event) {
            case OutgoingEvent.Delivered _ -> Optional.of(false);
            case OutgoingEvent.Bounced bounced ->
                Optional.of(Refusals.of(bounced.server(), bounced.reply()).isUnauthenticated());
            case OutgoingEvent.Deferred deferred ->
                Refusals.of(deferred.server(), deferred.reply()).isUnauthenticated()
                        ? Optional.of(true)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The finding of a mistake, no surer than it can be. */
    Finding weigh(Finding mistake) {
        if (this != CONTRADICTED || mistake.outcome() != Outcome.CAUSE) {
            return mistake;
        }
        return mistake.only(Outcome.SUSPICIOUS)
                .and(
                        "ただし、最近のメールは受け取られたか、別の理由で断られています。",
                        "But the last mail was taken, or was refused for another reason.");
    }
}
