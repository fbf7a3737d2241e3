// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fumibako.api.doctor.DiagnosisView.FindingView;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Language;
import org.fumibako.api.endpoint.Role;
import org.fumibako.doctor.Diagnosis.Examined;
import org.fumibako.doctor.Doctor;
import org.fumibako.doctor.Symptom;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.DoctorCase;
import org.fumibako.registry.DoctorCases;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was shown, and shows it again to whoever may see it. */
final class CaseFile {
    private final DoctorCases cases;
    private final Doctor doctor;
    private final Clock clock;

    CaseFile(DoctorCases cases, Doctor doctor, Clock clock) {
        this.cases = cases;
        this.doctor = doctor;
        this.clock = clock;
    }

    /** @throws ApiException when {@code id} is none, or the id of another address's or complaint's case */
    void keep(String id, EmailAddress address, Optional<Symptom> symptom, Examined examined) {
        String complaint = symptom.map(Enum::name).orElse("");
        if (!cases.keep(id, address, complaint, kept(examined))) {
            throw ApiException.of(ErrorCode.INVALID).at("examination");
        }
    }

    private static DoctorCase.Kept kept(Examined examined) {
        return new DoctorCase.Kept(
                examined.check().id(),
                JsonMapper.shared().writeValueAsString(DiagnosisView.finding(examined, Language.JA)),
                JsonMapper.shared().writeValueAsString(DiagnosisView.finding(examined, Language.EN)));
    }

    CaseView show(Call<?> call) {
        return view(find(call), call.language());
    }

    CaseView share(Call<ShareRequest> call) {
        DoctorCase found = find(call);
        if (call.actor().role() == Role.OPERATOR) {
            throw ApiException.of(ErrorCode.NOT_ALLOWED);
        }
        Integer days = call.request().days();
        if (days == null || days < 0 || days > DoctorCases.LONGEST_SHARE.toDays()) {
            throw ApiException.of(ErrorCode.FIELD_INVALID).at("days");
        }
        if (days == 0) {
            cases.unshare(found.id());
        } else {
            cases.share(found.id(), clock.instant().plus(Duration.ofDays(days)));
        }
        return view(find(call), call.language());
    }

    /** The customer and the owner of the address; the service's own people while it is shared with them. */
    private DoctorCase find(Call<?> call) {
        return cases.find(call.theDomain().name(), call.path().getOrDefault("case", ""))
                .filter(one -> call.account()
                        .map(account -> account.address().equals(one.address()))
                        .orElse(true))
                .filter(one -> call.actor().role() != Role.OPERATOR || one.isShared(clock.instant()))
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND));
    }

    private CaseView view(DoctorCase found, Language language) {
        Optional<Symptom> symptom = Symptom.named(found.symptom());
        List<String> order =
                doctor.checks(symptom).stream().map(check -> check.id()).toList();
        Optional<Instant> shared = found.shared().filter(clock.instant()::isBefore);
        return new CaseView(
                found.id(),
                found.address().toString(),
                symptom.map(Enum::name).orElse(null),
                found.opened(),
                shared.orElse(null),
                found.findings().stream()
                        .sorted(Comparator.comparingInt(one -> order.indexOf(one.check())))
                        .map(one -> finding(language == Language.JA ? one.ja() : one.en()))
                        .toList());
    }

    private static FindingView finding(String json) {
        return JsonMapper.shared().readValue(json, FindingView.class);
    }
}
