// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.mailauth.Zone;
import org.fumibako.mailauth.dmarc.Identifier.Mechanism;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DmarcTest {
    private static final Zone STRICT = Zone.of("_dmarc.example.jp TXT \"v=DMARC1; p=reject; adkim=s; aspf=s\"");
    private static final Zone RELAXED = Zone.of("_dmarc.example.jp TXT \"v=DMARC1; p=reject\"");

    @ParameterizedTest
    @CsvSource({
        "example.jp,example.jp,PASS,PASS",
        "example.jp,mail.example.jp,PASS,FAIL",
        "news.example.jp,example.jp,PASS,FAIL",
        "a.example.jp,b.example.jp,PASS,FAIL",
        "example.jp,example.com,FAIL,FAIL",
        "example.jp,badexample.jp,FAIL,FAIL",
        "example.jp,example.jp.evil.test,FAIL,FAIL",
        "example.jp,jp,FAIL,FAIL"
    })
    void namesOfOneOrganizationAreAlignedUnlessTheDomainIsStrict(
            String author, String proven, DmarcResult relaxed, DmarcResult strict) {
        for (Mechanism mechanism : Mechanism.values()) {
            Identifier identifier = new Identifier(mechanism, DnsName.of(proven), true);
            assertThat(judge(RELAXED, "a@" + author, identifier).result()).isEqualTo(relaxed);
            assertThat(judge(STRICT, "a@" + author, identifier).result()).isEqualTo(strict);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "p=none,NONE",
        "p=quarantine,QUARANTINE",
        "p=reject,REJECT",
        "p=reject;t=y,QUARANTINE",
        "p=quarantine;t=y,NONE",
        "p=reject;pct=0,QUARANTINE",
        "p=quarantine;pct=50,NONE",
        "p=reject;pct=51,REJECT",
        "p=reject;t=n;pct=0,REJECT"
    })
    void aMessageThatProvesNothingGetsWhatTheDomainWants(String tags, Disposition disposition) {
        Zone zone = new Zone().txt("_dmarc.example.jp", "v=DMARC1;" + tags);
        DmarcOutcome outcome = judge(zone, "a@example.jp");
        assertThat(outcome.result()).isEqualTo(DmarcResult.FAIL);
        assertThat(outcome.disposition()).isEqualTo(disposition);
        assertThat(outcome.author()).contains(DnsName.of("example.jp"));
    }

    @ParameterizedTest
    @CsvSource({
        "p=reject,real.example.jp,REJECT",
        "p=reject;sp=none,real.example.jp,NONE",
        "p=none;sp=quarantine,missing.example.jp,QUARANTINE",
        "p=none;sp=quarantine;np=reject,missing.example.jp,REJECT",
        "p=none;sp=quarantine;np=reject,real.example.jp,QUARANTINE",
        "p=none;np=reject,real.example.jp,NONE"
    })
    void subdomainsAndNamesThatDoNotExistCanHavePoliciesOfTheirOwn(String tags, String author, DmarcPolicy policy) {
        Zone zone = Zone.of("real.example.jp A 192.0.2.1").txt("_dmarc.example.jp", "v=DMARC1;" + tags);
        assertThat(judge(zone, "a@" + author).policy()).contains(policy);
    }

    @Test
    void aRecordOfItsOwnComesBeforeThatOfTheOrganization() {
        Zone zone = Zone.of("""
                _dmarc.example.jp TXT "v=DMARC1;p=reject"
                _dmarc.news.example.jp TXT "v=DMARC1;p=none"
                """);
        assertThat(judge(zone, "a@news.example.jp").policy()).contains(DmarcPolicy.NONE);
        assertThat(judge(zone, "a@news.example.jp", proven("example.jp")).result())
                .isEqualTo(DmarcResult.PASS);
    }

    @Test
    void withoutARecordThereIsNoPolicy() {
        assertThat(judge(new Zone(), "a@example.jp"))
                .isEqualTo(new DmarcOutcome(
                        DmarcResult.NONE,
                        Optional.of(DnsName.of("example.jp")),
                        Optional.empty(),
                        Disposition.NONE,
                        "no policy is published for example.jp"));
    }

    @Test
    void twoRecordsAreAsGoodAsNone() {
        Zone zone = Zone.of("""
                _dmarc.example.jp TXT "v=DMARC1;p=reject"
                _dmarc.example.jp TXT "v=DMARC1;p=reject"
                """);
        assertThat(judge(zone, "a@example.jp").result()).isEqualTo(DmarcResult.NONE);
    }

    @Test
    void aRecordInTheWrongPlaceIsNone() {
        Zone zone = Zone.of("example.jp TXT \"v=DMARC1;p=reject\"");
        assertThat(judge(zone, "a@example.jp").result()).isEqualTo(DmarcResult.NONE);
    }

    @Test
    void aDivisionThatSaysSoIsAnOrganizationOfItsOwn() {
        Zone zone = Zone.of("""
                _dmarc.example.jp TXT "v=DMARC1;p=none"
                _dmarc.lab.example.jp TXT "v=DMARC1;p=reject;psd=n"
                """);
        assertThat(judge(zone, "a@x.lab.example.jp", proven("example.jp")).result())
                .isEqualTo(DmarcResult.FAIL);
        assertThat(judge(zone, "a@x.lab.example.jp", proven("y.lab.example.jp")).result())
                .isEqualTo(DmarcResult.PASS);
    }

    @Test
    void belowASuffixThatSaysSoEveryNameIsAnOrganization() {
        Zone zone = Zone.of("_dmarc.bank TXT \"v=DMARC1;p=reject;psd=y\"");
        assertThat(judge(zone, "a@one.bank", proven("two.bank")).result()).isEqualTo(DmarcResult.FAIL);
        assertThat(judge(zone, "a@one.bank", proven("mail.one.bank")).result()).isEqualTo(DmarcResult.PASS);
        assertThat(judge(zone, "a@one.bank").policy()).contains(DmarcPolicy.REJECT);
    }

    @Test
    void aSuffixThatDoesNotSaySoMakesStrangersNoOrganization() {
        Zone zone = Zone.of("_dmarc.co.jp TXT \"v=DMARC1;p=reject\"");
        assertThat(judge(zone, "a@one.co.jp", proven("two.co.jp")).result()).isNotEqualTo(DmarcResult.PASS);
    }

    @ParameterizedTest
    @CsvSource({"7,7", "8,8", "9,8", "40,8"})
    void aWalkAsksAtMostEightTimes(int labels, int questions) {
        Zone zone = new Zone();
        judge(zone, "a@" + "x.".repeat(labels - 1) + "test");
        assertThat(zone.questions()).isEqualTo(questions);
    }

    @Test
    void whatIsAskedOnceIsRemembered() {
        Zone zone = Zone.of("_dmarc.example.jp TXT \"v=DMARC1;p=reject\"");
        DmarcOutcome outcome =
                judge(zone, "a@example.jp", proven("a.example.jp"), proven("b.example.jp"), proven("evil.test"));
        assertThat(outcome.result()).isEqualTo(DmarcResult.PASS);
        assertThat(zone.questions()).isEqualTo(3);
    }

    @Test
    void strangersCostNoQuestions() {
        Zone zone = Zone.of("_dmarc.example.jp TXT \"v=DMARC1;p=reject\"");
        judge(zone, "a@example.jp", proven("a.evil.test"), proven("b.evil.test"), proven("c.evil.test"));
        assertThat(zone.questions()).isEqualTo(2);
    }

    @Test
    void aPolicyThatCannotBeReadIsNoneButIsSaid() {
        Zone zone = new Zone().hang("_dmarc.example.jp");
        DmarcOutcome outcome = judge(zone, "a@example.jp");
        assertThat(outcome.result()).isEqualTo(DmarcResult.TEMPERROR);
        assertThat(outcome.disposition()).isEqualTo(Disposition.NONE);
        assertThat(outcome.reason()).contains("_dmarc.example.jp");
    }

    @ParameterizedTest
    @CsvSource({"reject,RETRY", "quarantine,RETRY", "none,NONE"})
    void whatMightHavePassedIsAskedToComeBack(String policy, Disposition disposition) {
        Zone zone = new Zone().txt("_dmarc.example.jp", "v=DMARC1;p=" + policy);
        Identifier open = new Identifier(Mechanism.DKIM, DnsName.of("example.jp"), false);
        assertThat(judge(zone, "a@example.jp", open)).satisfies(outcome -> {
            assertThat(outcome.result()).isEqualTo(DmarcResult.TEMPERROR);
            assertThat(outcome.disposition()).isEqualTo(disposition);
        });
        assertThat(judge(zone, "a@example.jp", open, proven("example.jp")).result())
                .isEqualTo(DmarcResult.PASS);
    }

    @Test
    void aStrangersTemporaryErrorDoesNotHelp() {
        Identifier open = new Identifier(Mechanism.SPF, DnsName.of("evil.test"), false);
        assertThat(judge(RELAXED, "a@example.jp", open).disposition()).isEqualTo(Disposition.REJECT);
    }

    @Test
    void ofSeveralAuthorsEachHasToBeProven() {
        Zone zone = Zone.of("""
                _dmarc.example.jp TXT "v=DMARC1;p=reject"
                _dmarc.evil.test TXT "v=DMARC1;p=none"
                """);
        DmarcOutcome outcome = judge(zone, "admin@example.jp, mallory@evil.test", proven("evil.test"));
        assertThat(outcome.disposition()).isEqualTo(Disposition.REJECT);
        assertThat(outcome.author()).contains(DnsName.of("example.jp"));
        assertThat(judge(zone, "a@example.jp, b@evil.test", proven("evil.test"), proven("example.jp"))
                        .result())
                .isEqualTo(DmarcResult.PASS);
    }

    @Test
    void aMessageWithoutAuthorUsesNobodysNameAndOneWithTwoFieldsIsRefused() {
        Dmarc dmarc = dmarc(new Zone());
        assertThat(dmarc.begin(List.of(), Zone.plenty()).judge(List.of()).disposition())
                .isEqualTo(Disposition.NONE);
        assertThat(dmarc.begin(List.of("a@b.test", "c@d.test"), Zone.plenty()).judge(List.of()))
                .satisfies(outcome -> assertThat(outcome.disposition()).isEqualTo(Disposition.REJECT))
                .satisfies(outcome -> assertThat(outcome.result()).isEqualTo(DmarcResult.PERMERROR));
    }

    @Test
    void aSpentBudgetIsNoPolicy() {
        Budget none = Budget.of(0, Duration.ofHours(1), () -> 0);
        assertThat(dmarc(RELAXED)
                        .begin(List.of("a@example.jp"), none)
                        .judge(List.of())
                        .result())
                .isEqualTo(DmarcResult.TEMPERROR);
    }

    private static Identifier proven(String domain) {
        return new Identifier(Mechanism.SPF, DnsName.of(domain), true);
    }

    private static DmarcOutcome judge(Zone zone, String from, Identifier... identifiers) {
        return dmarc(zone).begin(List.of(from), Zone.plenty()).judge(List.of(identifiers));
    }

    private static Dmarc dmarc(Zone zone) {
        return new Dmarc(zone, PublicSuffixes.bundled(), () -> 50);
    }
}
