// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.mailauth.Zone;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpfTest {
    private static final InetAddress CLIENT = InetAddress.ofLiteral("192.0.2.1");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));

    @Test
    void theSendersDomainSaysWhoMaySend() {
        Zone zone = Zone.of("example.jp TXT \"v=spf1 ip4:192.0.2.0/28 -all\"");
        assertThat(check(zone, "taro@example.jp"))
                .isEqualTo(new SpfOutcome(
                        SpfResult.PASS,
                        SpfOutcome.Identity.MAIL_FROM,
                        "example.jp",
                        "ip4:192.0.2.0/28",
                        Optional.empty()));
    }

    @Test
    void forTheNullSenderTheNameInTheGreetingIsChecked() {
        Zone zone = Zone.of("mx.example.jp TXT \"v=spf1 exists:%{l}.%{o} -all\"");
        zone.add("postmaster.mx.example.jp", new RecordData.A((Inet4Address) CLIENT));
        SpfRequest request = SpfRequest.of(CLIENT, "MX.example.jp", Optional.empty());
        assertThat(spf(zone).check(request, Zone.plenty())).satisfies(outcome -> {
            assertThat(outcome.result()).isEqualTo(SpfResult.PASS);
            assertThat(outcome.domain()).isEqualTo("mx.example.jp");
        });
        assertThat(spf(zone).checkHelo(request, Zone.plenty()).identity()).isEqualTo(SpfOutcome.Identity.HELO);
    }

    @Test
    void anExplanationMayNameUsAndTheTime() {
        Zone zone = Zone.of("""
                example.jp TXT "v=spf1 -all exp=why.example.jp"
                why.example.jp TXT "%{c} is not ours, said to %{r} at %{t}"
                """);
        assertThat(check(zone, "taro@example.jp").explanation())
                .contains("192.0.2.1 is not ours, said to mx.fumibako.test at 1700000000");
    }

    @ParameterizedTest
    @CsvSource({"399,true", "400,true", "401,false"})
    void anExplanationHasToFitIntoAReply(int length, boolean told) {
        Zone zone = Zone.of("example.jp TXT \"v=spf1 -all exp=why.example.jp\"");
        zone.txt("why.example.jp", "x".repeat(length));
        assertThat(check(zone, "taro@example.jp").explanation().isPresent()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"9,PASS", "10,PASS", "11,PERMERROR"})
    void tenTermsMayAskDns(int terms, SpfResult result) {
        Zone zone = Zone.of("other.example.jp A 198.51.100.1");
        zone.txt("example.jp", "v=spf1" + " a:other.example.jp".repeat(terms) + " ip4:192.0.2.1 -all");
        assertThat(check(zone, "taro@example.jp").result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"1,PASS", "2,PASS", "3,PERMERROR"})
    void twoLookUpsMayFindNothing(int voids, SpfResult result) {
        Zone zone = new Zone();
        zone.txt("example.jp", "v=spf1" + " a:none.example.jp".repeat(voids) + " ip4:192.0.2.1 -all");
        assertThat(check(zone, "taro@example.jp").result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"9,PASS", "10,PASS", "11,PERMERROR"})
    void tenExchangesAreLookedAt(int exchanges, SpfResult result) {
        Zone zone = Zone.of("example.jp TXT \"v=spf1 mx -all\"");
        IntStream.range(1, exchanges)
                .forEach(i -> zone.add("example.jp", new RecordData.Mx(i, DnsName.of("mx" + i + ".example.jp"))));
        zone.add("example.jp", new RecordData.Mx(99, DnsName.of("last.example.jp")));
        zone.add("last.example.jp", new RecordData.A((Inet4Address) CLIENT));
        assertThat(check(zone, "taro@example.jp").result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"9,PASS", "10,PASS", "11,FAIL"})
    void tenNamesOfTheClientAreLookedAt(int names, SpfResult result) {
        Zone zone = Zone.of("example.jp TXT \"v=spf1 ptr -all\"");
        IntStream.range(1, names)
                .forEach(i -> zone.add("1.2.0.192.in-addr.arpa", new RecordData.Ptr(DnsName.of("n" + i + ".test"))));
        zone.add("1.2.0.192.in-addr.arpa", new RecordData.Ptr(DnsName.of("last.example.jp")));
        zone.add("last.example.jp", new RecordData.A((Inet4Address) CLIENT));
        assertThat(check(zone, "taro@example.jp").result()).isEqualTo(result);
    }

    @Test
    void exchangesWithoutAnAddressOfTheClientsFamilyAreNoMistake() {
        Zone zone = Zone.of("""
                example.jp TXT "v=spf1 mx ip6:2001:db8::/32 -all"
                example.jp MX 1 a.example.jp
                example.jp MX 2 b.example.jp
                example.jp MX 3 c.example.jp
                a.example.jp A 192.0.2.7
                b.example.jp A 192.0.2.8
                c.example.jp A 192.0.2.9
                """);
        SpfRequest request = SpfRequest.of(
                InetAddress.ofLiteral("2001:db8::1"), "mx", Optional.of(EmailAddress.of("taro@example.jp")));
        assertThat(spf(zone).check(request, Zone.plenty()).result()).isEqualTo(SpfResult.PASS);
    }

    @Test
    void aSpentBudgetIsATemporaryError() {
        Zone zone = Zone.of("example.jp TXT \"v=spf1 a mx -all\"");
        SpfRequest request = SpfRequest.of(CLIENT, "mx", Optional.of(EmailAddress.of("taro@example.jp")));
        Budget one = Budget.of(1, Duration.ofHours(1), () -> 0);
        assertThat(spf(zone).check(request, one).result()).isEqualTo(SpfResult.TEMPERROR);
        assertThat(zone.questions()).isEqualTo(1);
    }

    @Test
    void aDomainWithoutDnsIsATemporaryError() {
        assertThat(check(new Zone().hang("example.jp"), "taro@example.jp"))
                .satisfies(outcome -> assertThat(outcome.result()).isEqualTo(SpfResult.TEMPERROR))
                .satisfies(outcome -> assertThat(outcome.reason()).contains("example.jp", "TIMEOUT"));
    }

    static SpfOutcome check(Zone zone, String sender) {
        SpfRequest request = SpfRequest.of(CLIENT, "mx.example.jp", Optional.of(EmailAddress.of(sender)));
        return spf(zone).check(request, Zone.plenty());
    }

    private static Spf spf(Zone zone) {
        return new Spf(zone, DomainName.of("mx.fumibako.test"), CLOCK);
    }
}
