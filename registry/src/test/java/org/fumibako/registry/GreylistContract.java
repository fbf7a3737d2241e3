// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.fumibako.registry.filter.Greylist;
import org.fumibako.registry.filter.Greylist.Answer;
import org.junit.jupiter.api.Test;

/** Who has to come again, and who is known. */
interface GreylistContract {
    Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    String NETWORK = "192.0.2.0/24";

    Office office();

    @Test
    default void whoComesAgainInTimeIsKnownFromThenOn() {
        try (Office office = office()) {
            Greylist greylist = office.registry().greylist();
            assertThat(greylist.meet(NETWORK, "letter", NOON)).isEqualTo(Answer.WAIT);
            assertThat(greylist.meet(NETWORK, "letter", NOON.plusSeconds(59))).isEqualTo(Answer.WAIT);
            assertThat(greylist.meet(NETWORK, "another", NOON.plusSeconds(61)))
                    .as("another letter is not the one that waited")
                    .isEqualTo(Answer.WAIT);
            assertThat(greylist.meet(NETWORK, "letter", NOON.plusSeconds(61))).isEqualTo(Answer.PASS);
            assertThat(greylist.meet(NETWORK, "third", NOON.plusSeconds(62))).isEqualTo(Answer.PASS);
            assertThat(greylist.meet("198.51.100.0/24", "letter", NOON.plusSeconds(62)))
                    .isEqualTo(Answer.WAIT);
        }
    }

    @Test
    default void whoComesTooLateBeginsAnew() {
        try (Office office = office()) {
            Greylist greylist = office.registry().greylist();
            assertThat(greylist.meet(NETWORK, "letter", NOON)).isEqualTo(Answer.WAIT);
            Instant late = NOON.plus(Greylist.LONGEST_WAIT).plusSeconds(1);
            assertThat(greylist.meet(NETWORK, "letter", late)).isEqualTo(Answer.WAIT);
            assertThat(greylist.meet(NETWORK, "letter", late.plusSeconds(300))).isEqualTo(Answer.PASS);
        }
    }

    @Test
    default void aNetworkStaysKnownWhileItComesAndIsForgottenWhenItStaysAway() {
        try (Office office = office()) {
            Greylist greylist = office.registry().greylist();
            greylist.meet(NETWORK, "letter", NOON);
            greylist.meet(NETWORK, "letter", NOON.plusSeconds(300));
            Instant month = NOON.plus(Duration.ofDays(30));
            assertThat(greylist.meet(NETWORK, "x", month)).isEqualTo(Answer.PASS);
            assertThat(greylist.meet(NETWORK, "y", month.plus(Duration.ofDays(30))))
                    .isEqualTo(Answer.PASS);
            assertThat(greylist.meet(NETWORK, "z", month.plus(Duration.ofDays(67))))
                    .isEqualTo(Answer.WAIT);
        }
    }
}
