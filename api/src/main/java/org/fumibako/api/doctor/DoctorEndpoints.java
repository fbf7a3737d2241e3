// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.doctor.Diagnosis;
import org.fumibako.doctor.Doctor;
import org.fumibako.doctor.Symptom;
import org.fumibako.doctor.bounce.ErrorMail;
import org.fumibako.journal.Journal;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Registry;

/** The doctor. An address need not be an account: that there is none may be what is wrong. */
public final class DoctorEndpoints {
    private final Doctor doctor;
    private final CaseFile cases;
    private final SentMail sent;

    public DoctorEndpoints(Doctor doctor, Registry registry, Journal journal, Clock clock) {
        this.doctor = doctor;
        this.cases = new CaseFile(registry.doctorCases(), doctor, clock);
        this.sent = new SentMail(registry, journal);
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/doctor/symptoms", "listSymptoms")
                        .says("The complaints that the doctor knows, and what it looks at for each")
                        .may(Access.SIGNED_IN)
                        .gives(SymptomViews.class)
                        .by(call -> SymptomViews.of(doctor, call.language())),
                Endpoint.of(Method.POST, "/api/doctor/bounce", "explainBounce")
                        .says("Explains an error mail")
                        .may(Access.SIGNED_IN)
                        .takes(BounceRequest.class)
                        .gives(BounceView.class)
                        .by(this::explain),
                Endpoint.of(Method.POST, "/api/domains/{domain}/doctor", "examineAddress")
                        .says("Examines an address of the domain; takes some seconds")
                        .may(Access.DOMAIN)
                        .takes(ExamineRequest.class)
                        .gives(DiagnosisView.class)
                        .refuses(ErrorCode.ADDRESS_INVALID, ErrorCode.INVALID)
                        .by(call -> examine(call, address(call))),
                Endpoint.of(Method.POST, "/api/accounts/{address}/doctor", "examineAccount")
                        .says("Examines an account; takes some seconds")
                        .may(Access.ACCOUNT)
                        .takes(ExamineRequest.class)
                        .gives(DiagnosisView.class)
                        .refuses(ErrorCode.INVALID)
                        .by(call -> examine(call, call.theAccount().address())),
                Endpoint.of(Method.GET, "/api/domains/{domain}/doctor/cases/{case}", "getCase")
                        .says("What was found in an examination, as it was shown; support sees what was shared with it")
                        .may(Access.DOMAIN)
                        .gives(CaseView.class)
                        .by(cases::show),
                Endpoint.of(Method.PUT, "/api/domains/{domain}/doctor/cases/{case}/sharing", "shareCase")
                        .says("Lets support look at an examination for some days, or no longer")
                        .may(Access.DOMAIN)
                        .takes(ShareRequest.class)
                        .gives(CaseView.class)
                        .by(cases::share),
                Endpoint.of(Method.GET, "/api/accounts/{address}/doctor/cases/{case}", "getAccountCase")
                        .says("What was found in an examination of the account, as it was shown")
                        .may(Access.ACCOUNT)
                        .gives(CaseView.class)
                        .by(cases::show),
                Endpoint.of(Method.PUT, "/api/accounts/{address}/doctor/cases/{case}/sharing", "shareAccountCase")
                        .says("Lets support look at an examination of the account for some days, or no longer")
                        .may(Access.ACCOUNT)
                        .takes(ShareRequest.class)
                        .gives(CaseView.class)
                        .by(cases::share));
    }

    private BounceView explain(Call<BounceRequest> call) {
        ErrorMail mail = ErrorMail.read(call.request().text());
        return BounceView.of(mail, sent.find(mail.messageIds(), call.actor()), call.language());
    }

    private static EmailAddress address(Call<ExamineRequest> call) {
        String local = call.request().localPart() == null
                ? ""
                : call.request().localPart().strip();
        String text = local + "@" + call.theDomain().name();
        return EmailAddress.parse(text)
                .filter(parsed -> parsed.domain().equals(call.theDomain().name()))
                .orElseThrow(() -> ApiException.of(ErrorCode.ADDRESS_INVALID, "address", text)
                        .at("localPart"));
    }

    private DiagnosisView examine(Call<ExamineRequest> call, EmailAddress address) {
        ExamineRequest request = call.request();
        Optional<Symptom> symptom = Optional.ofNullable(request.symptom())
                .map(word -> Symptom.named(word)
                        .orElseThrow(() -> ApiException.of(ErrorCode.INVALID).at("symptom")));
        ZoneId zone = zone(request);
        Diagnosis diagnosis = request.check() == null
                ? doctor.examine(address, symptom, zone, done -> {})
                : doctor.examine(address, symptom, request.check(), zone)
                        .map(one -> new Diagnosis(address, symptom, Instant.now(), List.of(one)))
                        .orElseThrow(() -> ApiException.of(ErrorCode.INVALID).at("check"));
        String kept = request.examination();
        if (kept != null) {
            diagnosis.results().forEach(one -> cases.keep(kept, address, symptom, one));
        }
        return DiagnosisView.of(diagnosis, call.language());
    }

    private static ZoneId zone(ExamineRequest request) {
        try {
            return request.zone() == null ? ZoneId.systemDefault() : ZoneId.of(request.zone());
        } catch (DateTimeException unknown) {
            throw ApiException.of(ErrorCode.INVALID).at("zone");
        }
    }
}
