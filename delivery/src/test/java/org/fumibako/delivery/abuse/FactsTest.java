// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final Optional<String> HOME = Optional.empty();
    private static final Optional<String> ABROAD = Optional.of("BR");
    private static final long LONG_USED = Facts.HABIT_DAYS;

    /** An hour's sending of an account that has sent for weeks, nothing refused. */
    private static Facts sent(long hour, long peak, boolean strangePlace, Optional<String> country) {
        return new Facts(hour, peak, LONG_USED, strangePlace, country, hour, 0, 0);
    }

    private static Facts refused(Facts facts, long refused, long domains) {
        return new Facts(
                facts.hour(),
                facts.peak(),
                facts.days(),
                facts.strangePlace(),
                facts.strangeCountry(),
                facts.tried(),
                refused,
                domains);
    }

    @Test
    void newsletterOfUsualVolumeIsNoTakeoverEvenFromAHotelToAnOldList() {
        Facts newsletter = sent(5_000, 5_000, true, HOME);
        assertThat(newsletter.suspicion()).isEmpty();
        assertThat(refused(newsletter, 2_000, 300).suspicion()).isEmpty();
        assertThat(sent(5_000, 5_000, true, ABROAD).suspicion()).isEmpty();
    }

    @Test
    void noSignAloneIsEnough() {
        assertThat(sent(10_000, 3, false, HOME).suspicion()).isEmpty();
        assertThat(sent(100, 100, true, ABROAD).suspicion()).isEmpty();
        assertThat(refused(sent(100, 100, false, HOME), 100, 50).suspicion()).isEmpty();
    }

    @Test
    void suddenVolumeFromAStrangePlaceIsATakeover() {
        Suspicion suspicion = sent(300, 3, true, HOME).suspicion().orElseThrow();
        assertThat(suspicion.english())
                .isEqualTo("it sent to 300 recipients within an hour, and to 3 on its busiest day before;"
                        + " it sent from a place nobody had signed in from");
        assertThat(suspicion.signs())
                .allSatisfy(sign -> assertThat(sign.japanese()).isNotBlank());
    }

    @Test
    void suddenIsFiveTimesTheBusiestDay() {
        assertThat(sent(Facts.SUDDEN * 40 - 1, 40, true, HOME).suspicion()).isEmpty();
        assertThat(sent(Facts.SUDDEN * 40, 40, true, HOME).suspicion()).isPresent();
        assertThat(sent(Facts.SUDDEN * 40 + 1, 40, true, HOME).suspicion()).isPresent();
    }

    @Test
    void fewRecipientsAreNeverSudden() {
        assertThat(sent(Facts.MIN_RECIPIENTS - 1, 0, true, ABROAD).suspicion()).isEmpty();
        assertThat(sent(Facts.MIN_RECIPIENTS, 0, true, ABROAD).suspicion()).isPresent();
        assertThat(sent(Facts.MIN_RECIPIENTS + 1, 0, true, ABROAD).suspicion()).isPresent();
    }

    @Test
    void mailFromAStrangeCountryThatManyRefuseIsATakeoverWhateverItsVolume() {
        Facts abroad = sent(100, 5_000, true, ABROAD);
        assertThat(refused(abroad, Facts.MIN_REFUSED - 1, Facts.MIN_REFUSING).suspicion())
                .isEmpty();
        assertThat(refused(abroad, Facts.MIN_REFUSED, Facts.MIN_REFUSING - 1).suspicion())
                .isEmpty();
        assertThat(refused(abroad, Facts.MIN_REFUSED, Facts.MIN_REFUSING).suspicion())
                .isPresent();
    }

    @Test
    void refusalsCountWhenOneInFiveIsRefused() {
        Facts many = sent(101, 5_000, true, ABROAD);
        assertThat(refused(many, 20, 9).suspicion()).isEmpty();
        assertThat(refused(many, 21, 9).suspicion()).isPresent();
    }

    @Test
    void newAccountMayBeginWithANewsletterFromAnotherPlace() {
        Facts first = new Facts(1_000, 0, LONG_USED - 1, true, HOME, 1_000, 0, 0);
        assertThat(first.suspicion()).isEmpty();
        assertThat(new Facts(1_000, 0, LONG_USED, true, HOME, 1_000, 0, 0).suspicion())
                .isPresent();
        assertThat(refused(first, 400, 30).suspicion()).isPresent();
    }
}
