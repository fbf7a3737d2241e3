// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

import java.util.List;
import org.fumibako.api.endpoint.Language;
import org.fumibako.doctor.bounce.ErrorMail;

/** An error mail in plain words; without failures when it does not read like one. */
record BounceView(List<FailureView> failures) {
    /**
     * Somebody who was not reached.
     *
     * @param address empty when the mail names none
     * @param words of the server that refused
     * @param symptom where the doctor looks further
     */
    record FailureView(String address, String words, String kind, String meaning, String advice, String symptom) {}

    static BounceView of(ErrorMail mail, Language language) {
        return new BounceView(mail.failures().stream()
                .map(failure -> new FailureView(
                        failure.address(),
                        failure.words(),
                        failure.meaning().key(),
                        Said.in(language, failure.meaning().meaning()),
                        Said.in(language, failure.meaning().advice()),
                        failure.meaning().symptom().name()))
                .toList());
    }
}
