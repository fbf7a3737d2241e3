// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.doctor.check.Past.HOME;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.JournalEvent.Filed;
import org.fumibako.journal.JournalEvent.Refused;
import org.fumibako.journal.Protocol;
import org.fumibako.mailauth.spf.Spf;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.testkit.FakeDns;
import org.junit.jupiter.api.Test;

/** What the world's DNS says, and what it explains: little, while mail is taken, and nothing, while DNS does not answer. */
class DnsChecksTest {
    private static final DomainName HOST = DomainName.of("sv001.host.test");
    private static final String WELL = """
        sv001.host.test A 192.0.2.1
        example.test MX 10 sv001.host.test
        example.test TXT "v=spf1 a:sv001.host.test ~all"
        _dmarc.example.test TXT "v=DMARC1; p=none"
        """;

    private static SpfRecord spf(Resolver dns, boolean ours) {
        return new SpfRecord(
                new Names(dns), new Spf(dns, HOST, Clock.systemUTC()), HOST, new Standard(_ -> ours, _ -> List.of()));
    }

    private static Finding spf(Resolver dns, Past past) {
        return spf(dns, true).examine(past.patient());
    }

    private static Finding exchanger(Resolver dns, Past past) {
        return new MailExchanger(new Names(dns), HOST).examine(past.patient());
    }

    private static FakeDns withSpf(String... records) {
        FakeDns dns = FakeDns.of("sv001.host.test A 192.0.2.1");
        for (String record : records) {
            dns.add("example.test", new RecordData.Txt(List.of(record)));
        }
        return dns;
    }

    @Test
    void whatIsWellIsFine() {
        FakeDns dns = FakeDns.of(WELL);
        assertThat(spf(dns, new Past()).outcome()).isEqualTo(Outcome.FINE);
        assertThat(exchanger(dns, new Past()).outcome()).isEqualTo(Outcome.FINE);
    }

    @Test
    void dnsThatDoesNotAnswerIsNoEvidence() {
        FakeDns dns = FakeDns.of(WELL).fail("example.test", Answer.Reason.TIMEOUT);
        assertThat(spf(dns, new Past()).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(exchanger(dns, new Past()).outcome()).isEqualTo(Outcome.UNKNOWN);
        FakeDns hostUnknown = FakeDns.of(WELL).fail("sv001.host.test", Answer.Reason.TIMEOUT);
        assertThat(spf(hostUnknown, new Past()).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void spfThatIsMissingTwiceThereOrForOthersIsTheCauseUntilMailIsTaken() {
        for (FakeDns dns : List.of(
                withSpf(),
                withSpf("v=spf1 a:sv001.host.test ~all", "v=spf1 -all"),
                withSpf("v=spf1 ip4:198.51.100.1 -all"))) {
            assertThat(spf(dns, new Past()).outcome()).isEqualTo(Outcome.CAUSE);
            Past refused = new Past().bounced("ken@gmail.com", 550, "5.7.26", "This mail is unauthenticated");
            assertThat(spf(dns, refused).outcome()).isEqualTo(Outcome.CAUSE);
            assertThat(spf(dns, new Past().delivered("ken@gmail.com")).outcome())
                    .isEqualTo(Outcome.SUSPICIOUS);
            Past misspelt = new Past().bounced("kenn@gmail.com", 550, "5.1.1", "no such user");
            assertThat(spf(dns, misspelt).outcome()).isEqualTo(Outcome.SUSPICIOUS);
        }
    }

    @Test
    void tooManyLookUpsAreTheCause() {
        StringBuilder record = new StringBuilder("v=spf1");
        for (int i = 0; i < 11; i++) {
            record.append(" a:h").append(i).append(".example.test");
        }
        Finding finding = spf(withSpf(record + " ~all"), new Past());
        assertThat(finding.outcome()).isEqualTo(Outcome.CAUSE);
        assertThat(finding.explanation().ja()).contains("11回");
    }

    @Test
    void aRecordThatIsKeptElsewhereIsNotOursToSet() {
        assertThat(spf(withSpf(), true).examine(new Past().patient()).remedy()).containsInstanceOf(Remedy.Call.class);
        assertThat(spf(withSpf(), false).examine(new Past().patient()).remedy())
                .containsInstanceOf(Remedy.Screen.class);
    }

    @Test
    void noDmarcRecordIsTheCauseOfNothingButBulkMail() {
        Names names = new Names(withSpf());
        Standard standard = new Standard(_ -> true, _ -> List.of());
        assertThat(new DmarcRecord(names, standard, false)
                        .examine(new Past().patient())
                        .outcome())
                .isEqualTo(Outcome.SUSPICIOUS);
        assertThat(new DmarcRecord(names, standard, true)
                        .examine(new Past().patient())
                        .outcome())
                .isEqualTo(Outcome.CAUSE);
    }

    @Test
    void mailThatGoesElsewhereIsTheCauseUnlessItComesHereAllTheSame() {
        FakeDns dns = FakeDns.of("""
            sv001.host.test A 192.0.2.1
            example.test MX 10 mx.filter.test
            mx.filter.test A 198.51.100.9
            """);
        assertThat(exchanger(dns, new Past()).outcome()).isEqualTo(Outcome.CAUSE);
        Past arrives = new Past()
                .before(Duration.ofHours(3))
                .row(
                        Past.by(Protocol.SMTP, "198.51.100.9", "mx.filter.test"),
                        new Filed(
                                7,
                                "INBOX",
                                1,
                                900,
                                Optional.of(EmailAddress.of("shop@elsewhere.test")),
                                Optional.of(Past.TARO),
                                "1@elsewhere.test",
                                "Order"));
        assertThat(exchanger(dns, arrives).outcome()).isEqualTo(Outcome.SUSPICIOUS);
    }

    @Test
    void anotherNameOfTheSameServerIsTheServer() {
        FakeDns dns = FakeDns.of("""
            sv001.host.test A 192.0.2.1
            example.test MX 10 mx.example.test
            mx.example.test A 192.0.2.1
            """);
        assertThat(exchanger(dns, new Past()).outcome()).isEqualTo(Outcome.FINE);
    }

    @Test
    void aDomainThatTakesNoMailSaysSo() {
        FakeDns dns = FakeDns.of("example.test MX 0 .");
        assertThat(exchanger(dns, new Past()).headline().en()).contains("takes no mail");
    }

    @Test
    void relayingOnPort25IsTheOwnersDoingOnlyFromWhereTheOwnerSignsIn() {
        var refused = new Refused(Past.TARO.toString(), "ken@gmail.com", SmtpReply.of(550, "5.7.1", "no relaying"));
        Past own = new Past().comesIn(Protocol.IMAP, HOME, "Desk").row(Past.by(Protocol.SMTP, HOME, "desk"), refused);
        assertThat(new WrongPort().examine(own.patient()).outcome()).isEqualTo(Outcome.CAUSE);
        Past forged = new Past()
                .comesIn(Protocol.IMAP, HOME, "Desk")
                .row(Past.by(Protocol.SMTP, "198.51.100.66", "bot"), refused);
        assertThat(new WrongPort().examine(forged.patient()).outcome()).isEqualTo(Outcome.SUSPICIOUS);
    }
}
