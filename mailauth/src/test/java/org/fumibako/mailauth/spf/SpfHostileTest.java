// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.mailauth.spf.SpfTest.check;

import org.fumibako.mailauth.Zone;
import org.junit.jupiter.api.Test;

/** Records that were made to cost us something; what they cost is counted in questions. */
class SpfHostileTest {
    /** Octets of data in one TXT record, with the lengths of its strings. */
    private static final int LARGEST = 65_000;

    @Test
    void anIncludeThatLeadsToItselfEndsAfterTenTerms() {
        Zone zone = Zone.of("example.jp TXT \"v=spf1 include:example.jp -all\"");
        assertThat(check(zone, "taro@example.jp").result()).isEqualTo(SpfResult.PERMERROR);
        assertThat(zone.questions()).isEqualTo(1 + SpfLimits.TERMS);
    }

    @Test
    void includesThatFanOutEndAfterTenTerms() {
        Zone zone = new Zone();
        String fan = "v=spf1" + " include:a.example.jp include:b.example.jp".repeat(5) + " ?all";
        zone.txt("example.jp", fan).txt("a.example.jp", fan).txt("b.example.jp", fan);
        assertThat(check(zone, "taro@example.jp").result()).isEqualTo(SpfResult.PERMERROR);
        assertThat(zone.questions()).isEqualTo(1 + SpfLimits.TERMS);
    }

    @Test
    void aliasesThatGoInCirclesAreATemporaryError() {
        Zone zone = Zone.of("""
                example.jp CNAME a.example.jp
                a.example.jp CNAME example.jp
                """);
        assertThat(check(zone, "taro@example.jp").result()).isEqualTo(SpfResult.TEMPERROR);
        assertThat(zone.questions()).isEqualTo(1);
    }

    @Test
    void theWorstRecordStaysWithinTheQuestionsWeAllow() {
        StringBuilder exchanges = new StringBuilder();
        for (int i = 0; i < SpfLimits.NAMES; i++) {
            exchanges.append("many.test MX ").append(i).append(" mx").append(i).append(".many.test\n");
            exchanges.append("mx").append(i).append(".many.test A 198.51.100.1\n");
        }
        Zone zone = Zone.of(exchanges.toString());
        zone.txt("example.jp", "v=spf1" + " mx:many.test".repeat(SpfLimits.TERMS) + " -all exp=%{p}.why.test");
        assertThat(check(zone, "taro@example.jp").result()).isEqualTo(SpfResult.FAIL);
        assertThat(zone.questions()).isLessThanOrEqualTo(SpfLimits.QUESTIONS);
    }

    @Test
    void aRecordOf64KilobytesIsReadToItsEnd() {
        Zone zone = new Zone();
        zone.txt("example.jp", "v=spf1" + " ip4:10.0.0.0/8".repeat(LARGEST / 15 - 2) + " ip4:192.0.2.1");
        assertThat(check(zone, "taro@example.jp").result()).isEqualTo(SpfResult.PASS);
    }

    @Test
    void nonsenseOf64KilobytesIsNotRepeatedToAnybody() {
        Zone zone = new Zone();
        zone.txt("example.jp", "v=spf1 " + "=".repeat(LARGEST));
        SpfOutcome outcome = check(zone, "taro@example.jp");
        assertThat(outcome.result()).isEqualTo(SpfResult.PERMERROR);
        assertThat(outcome.reason().length()).isLessThan(300);
    }

    @Test
    void macrosThatGrowAreCutWhereANameEnds() {
        Zone zone = new Zone();
        zone.txt("example.jp", "v=spf1 exists:" + "%{s}.".repeat(LARGEST / 6) + "%{d} -all");
        assertThat(check(zone, "a-long-local-part-that-is-repeated-very-often@example.jp")
                        .result())
                .isEqualTo(SpfResult.FAIL);
        assertThat(zone.questions()).isEqualTo(2);
    }

    @Test
    void aNameWithoutDotsThatIsTooLongDoesNotExist() {
        Zone zone = new Zone();
        zone.txt("example.jp", "v=spf1 exists:" + "%{l}".repeat(5_000) + "%{l-} -all");
        assertThat(check(zone, "x".repeat(64) + "@example.jp").result()).isEqualTo(SpfResult.FAIL);
        assertThat(zone.questions()).isEqualTo(1);
    }

    @Test
    void anExplanationThatGrowsIsLeftOut() {
        Zone zone = Zone.of("example.jp TXT \"v=spf1 -all exp=why.example.jp\"");
        zone.txt("why.example.jp", "%{s}".repeat(LARGEST / 4));
        assertThat(check(zone, "taro@example.jp").explanation()).isEmpty();
    }
}
