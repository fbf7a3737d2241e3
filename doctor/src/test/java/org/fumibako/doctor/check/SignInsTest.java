// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.doctor.check.Past.HOME;
import static org.fumibako.journal.Protocol.IMAP;
import static org.fumibako.journal.Protocol.SUBMISSION;

import java.time.Duration;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.junit.jupiter.api.Test;

/** Failures of all kinds, few of which say what is wrong. */
class SignInsTest {
    private static Finding of(Past past) {
        return SignIns.everywhere().examine(past.patient());
    }

    @Test
    void aDeviceThatGoesOnWithAnOldPasswordIsTheCauseThoughOthersComeIn() {
        Finding finding = of(new Past()
                .before(Duration.ofDays(9))
                .comesIn(IMAP, HOME, "Telephone")
                .before(Duration.ofHours(2))
                .fails(IMAP, HOME, "Telephone")
                .comesIn(IMAP, HOME, "Desk"));
        assertThat(finding.outcome()).isEqualTo(Outcome.CAUSE);
        assertThat(finding.explanation().en()).contains("came in before");
    }

    @Test
    void aPasswordThatWasPutRightIsNoCause() {
        Finding finding = of(new Past().fails(IMAP, HOME, "Desk").comesIn(IMAP, HOME, "Desk"));
        assertThat(finding.outcome()).isEqualTo(Outcome.SUSPICIOUS);
        assertThat(finding.headline().en()).contains("worked after that");
    }

    @Test
    void strangersWhoGuessAreNotTakenForTheOwner() {
        Past past = new Past().comesIn(IMAP, HOME, "Desk");
        for (int i = 1; i < 40; i++) {
            past.fails(SUBMISSION, "198.51.100." + i, "ylmf-pc");
        }
        Finding finding = of(past);
        assertThat(finding.outcome()).isEqualTo(Outcome.SUSPICIOUS);
        assertThat(finding.explanation().ja()).contains("どれも成功していません");
    }

    @Test
    void guessesFromManyPlacesAreStrangersEvenWhenNobodyHasComeInYet() {
        Past past = new Past();
        for (int i = 1; i < 10; i++) {
            past.fails(SUBMISSION, "198.51.100." + i, "");
        }
        assertThat(of(past).outcome()).isEqualTo(Outcome.SUSPICIOUS);
    }

    @Test
    void theFirstDeviceOfAnAccountWithAWrongPasswordIsTheCause() {
        assertThat(of(new Past().fails(IMAP, HOME, "Desk").fails(IMAP, HOME, "Desk"))
                        .outcome())
                .isEqualTo(Outcome.CAUSE);
    }

    @Test
    void whatFailedLongAgoIsNotSpokenOf() {
        Past past = new Past()
                .before(Duration.ofDays(9))
                .fails(IMAP, HOME, "Desk")
                .before(Duration.ofDays(8))
                .comesIn(IMAP, HOME, "Other");
        assertThat(of(past).outcome()).isEqualTo(Outcome.FINE);
    }

    @Test
    void aProgramThatReadsWithAWrongPasswordDoesNotExplainThatNothingCanBeSent() {
        Past past = new Past().fails(IMAP, HOME, "Desk").comesIn(SUBMISSION, HOME, "desk");
        assertThat(SignIns.toSend().examine(past.patient()).outcome()).isEqualTo(Outcome.FINE);
    }

    @Test
    void nobodyCameIsSaidAsSuch() {
        assertThat(of(new Past()).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aPasswordThatWasChangedIsSpokenOfOnlyWhereItWas() {
        Past unchanged = new Past().comesIn(IMAP, HOME, "Desk").fails(IMAP, HOME, "Desk");
        assertThat(of(unchanged).explanation().en()).doesNotContain("changed");
        Finding changed = of(new Past()
                .comesIn(IMAP, HOME, "Desk")
                .row(Origin.system("panel"), new JournalEvent.SettingChanged("account taro was given a new password"))
                .fails(IMAP, HOME, "Desk"));
        assertThat(changed.explanation().ja()).contains("新しいパスワードを入力");
        assertThat(changed.evidence().getFirst().label().en()).isEqualTo("Password changed");
    }

    @Test
    void anAppPasswordIsNotTakenForTheAccountsOwn() {
        Past past = new Past()
                .row(
                        Past.by(SUBMISSION, HOME, "printer"),
                        new JournalEvent.SignInFailed(
                                Past.TARO.toString(), "PLAIN", "app password \"printer\" is not for SUBMISSION"));
        Finding finding = SignIns.toSend().examine(past.patient());
        assertThat(finding.outcome()).isEqualTo(Outcome.CAUSE);
        assertThat(finding.explanation().ja()).contains("アプリパスワード「printer」");
    }

    @Test
    void whoForgotThePasswordIsShownWhereToSetOneThoughNothingIsWrong() {
        Finding finding = SignIns.forgotten()
                .examine(new Past().comesIn(IMAP, HOME, "Desk").patient());
        assertThat(finding.outcome()).isEqualTo(Outcome.FINE);
        assertThat(finding.remedy()).isPresent();
        assertThat(finding.explanation().ja()).contains("表示することはできません");
    }
}
