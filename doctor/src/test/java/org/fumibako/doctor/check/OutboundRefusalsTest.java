// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.junit.jupiter.api.Test;

/** What other servers said, and what it says of them. */
class OutboundRefusalsTest {
    private static Finding of(Past past) {
        return new OutboundRefusals(true).examine(past.patient());
    }

    @Test
    void aMisspeltAddressIsNotADestinationThatRefuses() {
        Finding finding = of(new Past()
                .delivered("ken@gmail.com")
                .delivered("yui@gmail.com")
                .bounced("kenn@gmail.com", 550, "5.1.1", "The email account that you tried to reach does not exist"));
        assertThat(finding.headline().en()).isEqualTo("kenn@gmail.com refused mail once");
        assertThat(finding.explanation().ja()).contains("存在しません");
    }

    @Test
    void aDestinationThatTookTheLastMailDoesNotRefuse() {
        Finding finding = of(new Past()
                .bounced("ken@gmail.com", 550, "5.7.26", "This mail is unauthenticated")
                .delivered("ken@gmail.com"));
        assertThat(finding.outcome()).isEqualTo(Outcome.FINE);
    }

    @Test
    void whatOthersGotIsNoAnswerForTheOneWhoDidNot() {
        Finding finding = of(new Past()
                .bounced("kenn@gmail.com", 550, "5.1.1", "no such user")
                .delivered("yui@gmail.com"));
        assertThat(finding.outcome()).isEqualTo(Outcome.CAUSE);
        assertThat(finding.headline().en()).startsWith("kenn@gmail.com");
    }

    @Test
    void whatACarrierTookMayStillBeDroppedThere() {
        Finding finding = of(new Past().delivered("ken@docomo.ne.jp"));
        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.explanation().ja()).contains("受信設定");
    }

    @Test
    void nothingWasSentIsNoEvidenceEitherWay() {
        assertThat(of(new Past()).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aDomainThatTakesNoMailIsNoMisspeltAddress() {
        Finding finding =
                of(new Past().bounced("ken@nomail.jp", 554, "5.1.10", "the domain nomail.jp takes no mail (null MX)"));
        assertThat(finding.headline().en()).isEqualTo("The domain nomail.jp takes no mail");
        assertThat(of(new Past().bounced("ken@outlook.com", 550, "5.1.10", "RESOLVER.ADR.RecipientNotFound"))
                        .headline()
                        .en())
                .startsWith("ken@outlook.com");
    }

    @Test
    void aRelayThatDoesNotLetUsInIsNotTheRecipientsFault() {
        Finding finding = of(new Past().bounced("ken@gmail.com", 535, "5.7.8", "who are you?"));
        assertThat(finding.explanation().ja()).contains("中継サーバー");
    }

    @Test
    void whatWasRefusedLongAgoDoesNotExplainWhatFailsNow() {
        Past past = new Past().before(Duration.ofDays(20)).bounced("kenn@gmail.com", 550, "5.1.1", "no such user");
        assertThat(of(past).outcome()).isEqualTo(Outcome.SUSPICIOUS);
    }

    @Test
    void aMisspeltAddressDoesNotExplainThatNothingCanBeSent() {
        Past past = new Past().bounced("kenn@gmail.com", 550, "5.1.1", "no such user");
        assertThat(new OutboundRefusals(false).examine(past.patient()).outcome())
                .isEqualTo(Outcome.SUSPICIOUS);
        Past everybody = new Past().bounced("ken@gmail.com", 550, "5.7.26", "This mail is unauthenticated");
        assertThat(new OutboundRefusals(false).examine(everybody.patient()).outcome())
                .isEqualTo(Outcome.CAUSE);
    }
}
