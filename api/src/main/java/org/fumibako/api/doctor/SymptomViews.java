// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.Language;
import org.fumibako.doctor.Doctor;
import org.fumibako.doctor.Symptom;

/** The complaints that the doctor knows, in the language asked. */
record SymptomViews(List<SymptomView> symptoms) {
    /**
     * One.
     *
     * @param code {@code E1} to {@code E15}
     * @param name as in addresses of pages
     * @param checks what will be looked at, in order
     */
    record SymptomView(String code, String name, String complaint, List<CheckView> checks) {}

    /** A check, before it was made. */
    record CheckView(String id, String subject) {}

    static SymptomViews of(Doctor doctor, Language language) {
        return new SymptomViews(Arrays.stream(Symptom.values())
                .map(symptom -> new SymptomView(
                        symptom.name(),
                        symptom.slug(),
                        Said.in(language, symptom.complaint()),
                        doctor.checks(Optional.of(symptom)).stream()
                                .map(check -> new CheckView(check.id(), Said.in(language, check.subject())))
                                .toList()))
                .toList());
    }
}
