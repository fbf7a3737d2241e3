// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fumibako.api.endpoint.Language;
import org.fumibako.api.endpoint.Names;
import org.fumibako.doctor.Diagnosis;
import org.fumibako.doctor.Diagnosis.Examined;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Remedy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the doctor found, in the language asked; {@code symptom} is null when there was none. */
record DiagnosisView(String address, @Nullable String symptom, Instant at, List<FindingView> findings) {
    /**
     * One check and what it came to.
     *
     * @param outcome {@code fine}, {@code cause}, {@code suspicious} or {@code unknown}
     */
    record FindingView(
            String check,
            String subject,
            String outcome,
            String headline,
            String explanation,
            List<EvidenceView> evidence,
            @Nullable RemedyView remedy,
            long milliseconds) {}

    /** A fact; {@code records} are raw lines, shown folded. */
    record EvidenceView(String label, String value, List<String> records) {}

    /**
     * What can be done: a call ({@code method}, {@code path}, {@code body} as JSON text), or the {@code screen} where a person chooses.
     *
     * @param undoableDays how long a call can be undone
     */
    record RemedyView(
            String label,
            String explanation,
            @Nullable String method,
            @Nullable String path,
            @Nullable String body,
            @Nullable String before,
            @Nullable String after,
            @Nullable Long undoableDays,
            @Nullable BackView back,
            @Nullable String screen) {}

    /**
     * What takes a call back whose answer names no {@code undo}; {@code body} is JSON text, or null.
     *
     * @param path where <code>{new}</code> stands for the highest id in the lists of the call's answer
     */
    record BackView(String method, String path, @Nullable String body) {}

    static DiagnosisView of(Diagnosis diagnosis, Language language) {
        return new DiagnosisView(
                diagnosis.address().toString(),
                diagnosis.symptom().map(Enum::name).orElse(null),
                diagnosis.at(),
                diagnosis.results().stream().map(one -> finding(one, language)).toList());
    }

    static FindingView finding(Examined examined, Language language) {
        Finding finding = examined.finding();
        return new FindingView(
                examined.check().id(),
                Said.in(language, examined.check().subject()),
                Names.kebab(finding.outcome()),
                Said.in(language, finding.headline()),
                Said.in(language, finding.explanation()),
                finding.evidence().stream().map(one -> evidence(one, language)).toList(),
                finding.remedy().map(one -> remedy(one, language)).orElse(null),
                examined.took().toMillis());
    }

    private static EvidenceView evidence(Evidence evidence, Language language) {
        return new EvidenceView(
                Said.in(language, evidence.label()), Said.in(language, evidence.value()), evidence.records());
    }

    private static RemedyView remedy(Remedy remedy, Language language) {
        String label = Said.in(language, remedy.label());
        String explanation = Said.in(language, remedy.explanation());
        return switch (remedy) {
            case Remedy.Call call ->
                new RemedyView(
                        label,
                        explanation,
                        call.method(),
                        call.path(),
                        json(call.body()),
                        call.change().map(Remedy.Change::before).orElse(null),
                        call.change().map(Remedy.Change::after).orElse(null),
                        call.undoable().toDays(),
                        call.back()
                                .map(back -> new BackView(
                                        back.method(), back.path(), back.body().isEmpty() ? null : json(back.body())))
                                .orElse(null),
                        null);
            case Remedy.Screen screen ->
                new RemedyView(label, explanation, null, null, null, null, null, null, null, screen.path());
        };
    }

    private static String json(Map<String, Object> body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
