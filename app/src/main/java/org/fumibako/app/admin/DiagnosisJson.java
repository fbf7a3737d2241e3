// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.doctor.Diagnosis;
import org.fumibako.doctor.Diagnosis.Examined;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A diagnosis for programs: {@code {"account","symptom","findings":[{"check","outcome","evidence","remedy"}]}}. */
final class DiagnosisJson {
    private DiagnosisJson() {}

    static String of(Diagnosis diagnosis) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("account", diagnosis.address().toString());
        all.put("symptom", diagnosis.symptom().map(Enum::name).orElse(null));
        all.put("at", diagnosis.at().toString());
        List<Object> findings = new ArrayList<>();
        diagnosis.results().forEach(result -> findings.add(finding(result)));
        all.put("findings", findings);
        return JsonMapper.shared().writeValueAsString(all);
    }

    private static Map<String, @Nullable Object> finding(Examined result) {
        Finding finding = result.finding();
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("check", result.check().id());
        all.put("outcome", finding.outcome().word());
        all.put("subject", phrase(result.check().subject()));
        all.put("headline", phrase(finding.headline()));
        all.put("explanation", phrase(finding.explanation()));
        all.put(
                "evidence",
                finding.evidence().stream().map(DiagnosisJson::evidence).toList());
        all.put("remedy", finding.remedy().map(DiagnosisJson::remedy).orElse(null));
        all.put("milliseconds", result.took().toMillis());
        return all;
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("label", phrase(evidence.label()));
        all.put("value", phrase(evidence.value()));
        all.put("records", evidence.records());
        return all;
    }

    private static Map<String, @Nullable Object> remedy(Remedy remedy) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("label", phrase(remedy.label()));
        all.put("explanation", phrase(remedy.explanation()));
        switch (remedy) {
            case Remedy.Call call -> {
                all.put("method", call.method());
                all.put("path", call.path());
                all.put("body", call.body());
                all.put("before", call.change().map(Remedy.Change::before).orElse(null));
                all.put("after", call.change().map(Remedy.Change::after).orElse(null));
                all.put("undoableDays", call.undoable().toDays());
            }
            case Remedy.Screen screen -> all.put("screen", screen.path());
        }
        return all;
    }

    private static Map<String, String> phrase(Phrase phrase) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("ja", phrase.ja());
        both.put("en", phrase.en());
        return both;
    }
}
