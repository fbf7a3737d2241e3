// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.fumibako.delivery.door.Doorkeeper;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.journal.JournalEvent.Filed;
import org.fumibako.journal.JournalEvent.Refused;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;

/** Mail that greylisting delayed. */
class GreylistedTest {
    private static final Origin STRANGER = Past.by(Protocol.SMTP, "192.0.2.1", "");

    private static Past delayed() {
        return new Past()
                .before(Duration.ofHours(1))
                .row(STRANGER, new Refused("a@stranger.test", Past.TARO.toString(), Doorkeeper.TRY_AGAIN));
    }

    @Test
    void whatHasNotComeYetIsToldWithItsSender() {
        Finding finding = new Greylisted().examine(delayed().patient());
        assertThat(finding.outcome()).isEqualTo(Outcome.SUSPICIOUS);
        assertThat(finding.headline().ja()).contains("グレイリスト");
        assertThat(finding.evidence())
                .singleElement()
                .satisfies(line -> assertThat(line.value().en()).contains("a@stranger.test"));
        assertThat(new RefusedMail().examine(delayed().patient()).outcome())
                .as("it is not told twice")
                .isEqualTo(Outcome.FINE);
    }

    @Test
    void whatCameAfterAllWasOnlyLate() {
        Past past = delayed()
                .before(Duration.ofMinutes(40))
                .row(
                        STRANGER,
                        new Filed(
                                1,
                                "INBOX",
                                1,
                                900,
                                Optional.of(EmailAddress.of("a@stranger.test")),
                                Optional.of(Past.TARO),
                                "1@x",
                                "hello"));
        Finding finding = new Greylisted().examine(past.patient());
        assertThat(finding.outcome()).isEqualTo(Outcome.FINE);
        assertThat(finding.headline().en()).isEqualTo("All mail that greylisting delayed has come");
    }

    @Test
    void nothingWasDelayed() {
        assertThat(new Greylisted().examine(new Past().patient()).outcome()).isEqualTo(Outcome.FINE);
    }
}
