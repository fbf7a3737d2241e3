// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.doctor.check.Past.HOME;
import static org.fumibako.journal.Protocol.IMAP;

import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.junit.jupiter.api.Test;

class GuessedPasswordTest {
    private static final String STRANGER = "198.51.100.9";

    private static Finding of(Past past) {
        return new GuessedPassword().examine(past.patient());
    }

    private static Past guesses(int number, String peer) {
        Past past = new Past().comesIn(IMAP, HOME, "Desk");
        for (int i = 0; i < number; i++) {
            past.fails(IMAP, peer, "");
        }
        return past;
    }

    @Test
    void aStrangerWhoGuessedRightIsSpokenOfAndNotAccused() {
        Finding finding = of(guesses(6, STRANGER).comesIn(IMAP, STRANGER, ""));
        assertThat(finding.outcome()).isEqualTo(Outcome.SUSPICIOUS);
        assertThat(finding.headline().ja()).contains("6回失敗したあと");
        assertThat(finding.remedy()).isPresent();
    }

    @Test
    void whoNeverGotInFoundNothingOut() {
        assertThat(of(guesses(40, STRANGER)).outcome()).isEqualTo(Outcome.FINE);
    }

    @Test
    void theOwnersOwnSlipsAreNoGuesses() {
        assertThat(of(guesses(6, HOME).comesIn(IMAP, HOME, "Desk")).outcome()).isEqualTo(Outcome.FINE);
        assertThat(of(guesses(2, STRANGER).comesIn(IMAP, STRANGER, "Telephone")).outcome())
                .isEqualTo(Outcome.FINE);
    }
}
