// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.DoctorCase.Kept;
import org.junit.jupiter.api.Test;

/** What the doctor found, for whoever may see it. */
interface DoctorCasesContract {
    String CASE = "0123456789abcdef0123456789abcdef";
    DomainName HOUSE = DomainName.of("example.jp");
    EmailAddress PATIENT = EmailAddress.of("taro@example.jp");

    Office office();

    private static DoctorCases opened(Office office) {
        office.domain("example.jp", office.customer("demo"));
        office.domain("other.jp", office.customer("other"));
        DoctorCases cases = office.registry().doctorCases();
        assertThat(cases.keep(CASE, PATIENT, "E2", new Kept("room-left", "{\"a\":1}", "{}")))
                .isTrue();
        return cases;
    }

    @Test
    default void findingsOfACaseAreKeptAndTheLaterOneOfACheckCounts() {
        try (Office office = office()) {
            DoctorCases cases = opened(office);
            cases.keep(CASE, PATIENT, "E2", new Kept("account-exists", "ja", "en"));
            cases.keep(CASE, PATIENT, "E2", new Kept("room-left", "later", "later"));
            DoctorCase found = cases.find(HOUSE, CASE).orElseThrow();
            assertThat(found.address()).isEqualTo(PATIENT);
            assertThat(found.symptom()).isEqualTo("E2");
            assertThat(found.findings())
                    .containsExactly(new Kept("account-exists", "ja", "en"), new Kept("room-left", "later", "later"));
        }
    }

    @Test
    default void aCaseIsAboutOneAddressAndOneComplaintOfOneDomain() {
        try (Office office = office()) {
            DoctorCases cases = opened(office);
            Kept kept = new Kept("sign-ins", "x", "x");
            assertThat(cases.keep(CASE, EmailAddress.of("hanako@example.jp"), "E2", kept))
                    .isFalse();
            assertThat(cases.keep(CASE, EmailAddress.of("taro@other.jp"), "E2", kept))
                    .isFalse();
            assertThat(cases.keep(CASE, PATIENT, "E3", kept)).isFalse();
            assertThat(cases.keep("short", PATIENT, "E2", kept)).isFalse();
            assertThat(cases.find(DomainName.of("other.jp"), CASE)).isEmpty();
        }
    }

    @Test
    default void sharingEndsByItselfAndCanBeEnded() {
        try (Office office = office()) {
            DoctorCases cases = opened(office);
            cases.share(CASE, office.clock.instant().plus(Duration.ofDays(300)));
            DoctorCase shared = cases.find(HOUSE, CASE).orElseThrow();
            assertThat(shared.shared()).contains(office.clock.instant().plus(DoctorCases.LONGEST_SHARE));
            assertThat(shared.isShared(office.clock.instant())).isTrue();
            assertThat(shared.isShared(office.clock.instant().plus(DoctorCases.LONGEST_SHARE)))
                    .isFalse();
            cases.unshare(CASE);
            assertThat(cases.find(HOUSE, CASE).orElseThrow().shared()).isEmpty();
        }
    }

    @Test
    default void casesGoAfterNinetyDaysAndTheOldestWhenThereAreTooMany() {
        try (Office office = office()) {
            DoctorCases cases = opened(office);
            office.clock.advance(Duration.ofHours(1));
            for (long i = 0; i < DoctorCases.MAX_CASES; i++) {
                cases.keep(CASE.substring(3) + (100 + i), PATIENT, "E2", new Kept("x", "x", "x"));
            }
            assertThat(cases.find(HOUSE, CASE)).isEmpty();
            String latest = CASE.substring(3) + (99 + DoctorCases.MAX_CASES);
            assertThat(cases.find(HOUSE, latest)).isPresent();
            office.clock.advance(DoctorCases.KEPT.plusSeconds(1));
            assertThat(cases.find(HOUSE, latest)).isEmpty();
        }
    }
}
