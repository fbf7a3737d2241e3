// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fumibako.mailauth.Zone;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpfReviewTest {
    private static final DomainName DOMAIN = DomainName.of("example.jp");

    private final Zone zone = Zone.of("""
            example.jp A 192.0.2.1
            example.jp MX 10 mx.example.jp
            mx.example.jp A 192.0.2.2
            other.test TXT "v=spf1 ip4:192.0.2.3 a:mail.other.test -all"
            mail.other.test A 192.0.2.3
            """);

    @Test
    void aGoodRecordHasNoProblemsAndItsLookUpsAreCounted() {
        assertThat(review("v=spf1 +a:mx.example.jp +mx include:other.test ~all"))
                .isEqualTo(new SpfReview.Report(
                        4, Map.of("+a:mx.example.jp", 1, "+mx", 1, "include:other.test", 2), List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spf1 -all|begins with v=spf1",
                "v=spf1 ipv4:192.0.2.1 -all|there is no such mechanism",
                "v=spf1 ip4:192.0.2 -all|four numbers",
                "v=spf1 ip6:2001:db8::/129 -all|0 to 128",
                "v=spf1 a:192.0.2.1 -all|ip4:192.0.2.1",
                "v=spf1 include:nothing.test -all|nothing.test has no SPF record",
                "v=spf1 a:x.test a:y.test a:z.test -all|3 look-ups find nothing",
                "v=spf1 exists:%{x}.test -all|one of the letters",
                "v=spf1 redirect=|a domain name is missing"
            })
    void whatMakesARecordWorthlessIsAnError(String record, String said) {
        assertThat(review(record).errors())
                .anySatisfy(problem -> assertThat(problem.toString()).contains(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 a:nothing.test -all|nothing.test has no address",
                "v=spf1 mx:mx.example.jp -all|mx.example.jp has no MX record",
                "v=spf1 ptr -all|should not be used",
                "v=spf1 +all|lets everybody send",
                "v=spf1 -all ip4:192.0.2.1|nothing behind",
                "v=spf1 -all redirect=other.test|never followed"
            })
    void whatOnlyLooksOddIsAdvice(String record, String said) {
        SpfReview.Report report = review(record);
        assertThat(report.errors()).isEmpty();
        assertThat(report.advice())
                .anySatisfy(problem -> assertThat(problem.toString()).contains(said));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThat(review("v=spf1 foo bar:baz ip4:x -all").errors()).hasSize(3);
    }

    @Test
    void moreThanTenLookUpsAreTooMany() {
        zone.txt("many.test", "v=spf1" + " a:mx.example.jp".repeat(9) + " -all");
        assertThat(review("v=spf1 include:many.test -all").errors()).isEmpty();
        SpfReview.Report over = review("v=spf1 mx include:many.test -all");
        assertThat(over.lookups()).isEqualTo(11);
        assertThat(over.errors()).singleElement().asString().contains("needs 11 look-ups");
    }

    @Test
    void twoRecordsAreFound() {
        zone.txt("example.jp", "v=spf1 -all").txt("example.jp", "v=spf1 mx -all");
        assertThat(published().errors()).singleElement().asString().contains("has 2 SPF records");
    }

    @Test
    void aMistakeInWhatIsIncludedIsBlamedOnTheTermThatIncludesIt() {
        zone.txt("example.jp", "v=spf1 include:broken.test -all").txt("broken.test", "v=spf1 nonsense -all");
        assertThat(published().errors())
                .containsExactly(new SpfProblem("include:broken.test", "there is no such mechanism"));
    }

    @Test
    void aCircleEnds() {
        zone.txt("example.jp", "v=spf1 include:example.jp include:example.jp -all");
        assertThat(published().lookups()).isGreaterThan(SpfLimits.TERMS);
        assertThat(zone.questions()).isLessThan(100);
    }

    @Test
    void dnsThatDoesNotAnswerIsSaid() {
        zone.hang("slow.test");
        assertThat(review("v=spf1 include:slow.test -all").advice())
                .singleElement()
                .asString()
                .contains("does not answer");
    }

    private SpfReview.Report review(String record) {
        return SpfReview.ofText(record, DOMAIN, zone, Zone.plenty());
    }

    private SpfReview.Report published() {
        return SpfReview.ofPublished(DOMAIN, zone, Zone.plenty());
    }
}
