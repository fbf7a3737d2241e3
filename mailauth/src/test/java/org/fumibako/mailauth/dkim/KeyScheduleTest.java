// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.mailauth.dkim.SignatureAlgorithm.ED25519_SHA256;
import static org.fumibako.mailauth.dkim.SignatureAlgorithm.RSA_SHA256;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {
    private static final Instant DAY_0 = Instant.parse("2026-11-25T00:00:00Z");
    private static final KeySchedule.Policy POLICY =
            new KeySchedule.Policy(Duration.ofDays(180), Duration.ofDays(2), Duration.ofDays(30));
    private static final KeySchedule.Key FIRST = new KeySchedule.Key("r1", RSA_SHA256, DAY_0);
    private static final KeySchedule.Key SECOND = new KeySchedule.Key("r2", RSA_SHA256, day(180));
    private static final KeySchedule.Key EDWARDS = new KeySchedule.Key("e1", ED25519_SHA256, DAY_0);

    @Test
    void aDomainWithoutKeysIsDueBoth() {
        KeySchedule schedule = KeySchedule.at(DAY_0, List.of(), POLICY);
        assertThat(schedule.due()).containsExactlyInAnyOrder(RSA_SHA256, ED25519_SHA256);
        assertThat(schedule.signing()).isEmpty();
    }

    @Test
    void theFirstKeysSignAtOnce() {
        KeySchedule schedule = KeySchedule.at(DAY_0, List.of(EDWARDS, FIRST), POLICY);
        assertThat(schedule.signing()).containsExactly(FIRST, EDWARDS);
        assertThat(schedule.published()).containsExactly(FIRST, EDWARDS);
        assertThat(schedule.due()).isEmpty();
    }

    @Test
    void aSuccessorIsDueWithAge() {
        assertThat(KeySchedule.at(day(180).minusSeconds(1), List.of(FIRST, EDWARDS), POLICY)
                        .due())
                .isEmpty();
        assertThat(KeySchedule.at(day(180), List.of(FIRST, EDWARDS), POLICY).due())
                .containsExactlyInAnyOrder(RSA_SHA256, ED25519_SHA256);
    }

    @Test
    void aSuccessorIsPublishedBeforeItSigns() {
        KeySchedule before = KeySchedule.at(day(182).minusSeconds(1), List.of(SECOND, FIRST), POLICY);
        assertThat(before.signing()).containsExactly(FIRST);
        assertThat(before.published()).containsExactly(FIRST, SECOND);
        KeySchedule after = KeySchedule.at(day(182), List.of(SECOND, FIRST), POLICY);
        assertThat(after.signing()).containsExactly(SECOND);
        assertThat(after.published()).containsExactly(FIRST, SECOND);
    }

    @Test
    void anOldKeyStaysPublishedForWhatIsOnItsWay() {
        KeySchedule last = KeySchedule.at(day(212).minusSeconds(1), List.of(FIRST, SECOND), POLICY);
        assertThat(last.published()).containsExactly(FIRST, SECOND);
        KeySchedule over = KeySchedule.at(day(212), List.of(FIRST, SECOND), POLICY);
        assertThat(over.published()).containsExactly(SECOND);
        assertThat(over.finished()).containsExactly(FIRST);
        assertThat(KeySchedule.Policy.DEFAULT.overlap()).isGreaterThan(DkimSigner.LIFETIME);
    }

    @Test
    void aClockThatWasAheadLeavesTheDomainSigning() {
        assertThat(KeySchedule.at(day(-3), List.of(FIRST, EDWARDS), POLICY).signing())
                .hasSize(2);
    }

    @Test
    void selectorsTellTheAlgorithmAndTheDay() {
        LocalDate day = LocalDate.of(2026, 11, 25);
        assertThat(KeySchedule.selector(RSA_SHA256, day, List.of())).isEqualTo("r20261125");
        assertThat(KeySchedule.selector(ED25519_SHA256, day, List.of("r20261125")))
                .isEqualTo("e20261125");
        assertThat(KeySchedule.selector(RSA_SHA256, day, List.of("r20261125", "r20261125-2")))
                .isEqualTo("r20261125-3");
    }

    private static Instant day(int day) {
        return DAY_0.plus(Duration.ofDays(day));
    }
}
