// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.Language;
import org.fumibako.doctor.bounce.ErrorMail;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.model.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An error mail in plain words; without failures when it does not read like one.
 *
 * @param sent when the message that it is about was sent from here, by our own record; null when the record has no such message
 * @param from whose message it was, or null likewise
 * @param named whether the error mail names a message at all, so that the record could be asked
 */
record BounceView(
        List<FailureView> failures,
        @Nullable Instant sent,
        @Nullable String from,
        boolean named) {
    /**
     * Somebody who was not reached.
     *
     * @param address empty when the mail names none
     * @param words of the server that refused
     * @param symptom where the doctor looks further
     */
    record FailureView(String address, String words, String kind, String meaning, String advice, String symptom) {}

    static BounceView of(ErrorMail mail, Optional<JournalRow> sent, Language language) {
        return new BounceView(
                mail.failures().stream()
                        .map(failure -> new FailureView(
                                failure.address(),
                                failure.words(),
                                failure.meaning().key(),
                                Said.in(language, failure.meaning().meaning()),
                                Said.in(language, failure.meaning().advice()),
                                failure.meaning().symptom().name()))
                        .toList(),
                sent.map(JournalRow::at).orElse(null),
                sent.flatMap(BounceView::author).orElse(null),
                !mail.messageIds().isEmpty());
    }

    private static Optional<String> author(JournalRow row) {
        return row.event() instanceof OutgoingEvent.Queued queued
                ? queued.sender().map(EmailAddress::toString)
                : Optional.empty();
    }
}
