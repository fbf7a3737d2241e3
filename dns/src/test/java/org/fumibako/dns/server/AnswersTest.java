// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What is in an answer (RFC 1034 §4.3.2, RFC 2308, RFC 4592). */
class AnswersTest {
    private static final String SOA = "example.jp. 300 SOA ns1.example.jp. host.example.jp. 7 7200 900 1209600 300";

    private final Dialogue server =
            new Dialogue(Zones.simple("example.jp", 7, """
                    ns1 3600 AAAA 2001:db8::53
                    @ 600 MX 10 mx.example.jp.
                    @ 600 MX 20 mx.example.net.
                    @ 600 TXT "v=spf1 mx -all"
                    mx 60 A 192.0.2.25
                    mx 60 AAAA 2001:db8::25
                    www 60 CNAME web.example.jp.
                    web 30 A 192.0.2.80
                    out 60 CNAME www.example.net.
                    nowhere 60 CNAME none.example.jp.
                    circle 60 CNAME circle2.example.jp.
                    circle2 60 CNAME circle.example.jp.
                    into 60 CNAME a.child.example.jp.
                    a.b.deep 60 A 192.0.2.1
                    *.wild 60 A 192.0.2.2
                    *.wild 60 TXT "wild"
                    there.wild 60 TXT "really there"
                    *.alias 60 CNAME web.example.jp.
                    _imaps._tcp 60 SRV 0 1 993 mx.example.jp.
                    child 60 NS ns.child.example.jp.
                    child 60 NS ns.example.net.
                    ns.child 60 A 192.0.2.153
                    """), Zones.simple("sub.example.jp", 9, ""));

    @Test
    void recordsComeWithTheAddressesOfHostsInTheZone() throws IOException {
        assertThat(ask("example.jp", "MX")).isEqualTo("""
                AA NOERROR
                AN example.jp. 600 MX 10 mx.example.jp.
                AN example.jp. 600 MX 20 mx.example.net.
                AR mx.example.jp. 60 A 192.0.2.25
                AR mx.example.jp. 60 AAAA 2001:db8:0:0:0:0:0:25""");
        assertThat(ask("_imaps._tcp.example.jp", "SRV")).isEqualTo("""
                AA NOERROR
                AN _imaps._tcp.example.jp. 60 SRV 0 1 993 mx.example.jp.
                AR mx.example.jp. 60 A 192.0.2.25
                AR mx.example.jp. 60 AAAA 2001:db8:0:0:0:0:0:25""");
        assertThat(ask("example.jp", "NS")).isEqualTo("""
                AA NOERROR
                AN example.jp. 3600 NS ns1.example.jp.
                AR ns1.example.jp. 3600 A 192.0.2.53
                AR ns1.example.jp. 3600 AAAA 2001:db8:0:0:0:0:0:53""");
        assertThat(ask("example.jp", "SOA")).isEqualTo("AA NOERROR\nAN " + SOA.replaceFirst(" 300 ", " 3600 "));
    }

    @Test
    void absentTypesAndAbsentNamesAreToldApart() throws IOException {
        assertThat(ask("mx.example.jp", "TXT")).isEqualTo("AA NOERROR\nNS " + SOA);
        assertThat(ask("mx.example.jp", "TYPE65280")).isEqualTo("AA NOERROR\nNS " + SOA);
        assertThat(ask("no.example.jp", "A")).isEqualTo("AA NXDOMAIN\nNS " + SOA);
        assertThat(ask("below.mx.example.jp", "A")).isEqualTo("AA NXDOMAIN\nNS " + SOA);
    }

    @Test
    void aNameBetweenExistsWithoutRecords() throws IOException {
        assertThat(ask("deep.example.jp", "A")).isEqualTo("AA NOERROR\nNS " + SOA);
        assertThat(ask("b.deep.example.jp", "A")).isEqualTo("AA NOERROR\nNS " + SOA);
        assertThat(ask("c.deep.example.jp", "A")).isEqualTo("AA NXDOMAIN\nNS " + SOA);
        assertThat(ask("_tcp.example.jp", "SRV")).isEqualTo("AA NOERROR\nNS " + SOA);
    }

    @Test
    void aWildcardStandsForNamesThatDoNotExist() throws IOException {
        assertThat(ask("x.wild.example.jp", "A")).isEqualTo("AA NOERROR\nAN x.wild.example.jp. 60 A 192.0.2.2");
        assertThat(ask("x.y.wild.example.jp", "A")).isEqualTo("AA NOERROR\nAN x.y.wild.example.jp. 60 A 192.0.2.2");
        assertThat(ask("*.wild.example.jp", "A")).isEqualTo("AA NOERROR\nAN *.wild.example.jp. 60 A 192.0.2.2");
        assertThat(ask("x.wild.example.jp", "MX")).isEqualTo("AA NOERROR\nNS " + SOA);
        assertThat(ask("wild.example.jp", "A")).isEqualTo("AA NOERROR\nNS " + SOA);
    }

    @Test
    void aWildcardDoesNotStandForNamesThatDo() throws IOException {
        assertThat(ask("there.wild.example.jp", "A")).isEqualTo("AA NOERROR\nNS " + SOA);
        assertThat(ask("x.there.wild.example.jp", "A")).isEqualTo("AA NXDOMAIN\nNS " + SOA);
    }

    @Test
    void aliasesAreFollowedInsideTheZone() throws IOException {
        assertThat(ask("www.example.jp", "A")).isEqualTo("""
                AA NOERROR
                AN www.example.jp. 60 CNAME web.example.jp.
                AN web.example.jp. 30 A 192.0.2.80""");
        assertThat(ask("www.example.jp", "CNAME")).isEqualTo("AA NOERROR\nAN www.example.jp. 60 CNAME web.example.jp.");
        assertThat(ask("www.example.jp", "MX"))
                .isEqualTo("AA NOERROR\nAN www.example.jp. 60 CNAME web.example.jp.\nNS " + SOA);
        assertThat(ask("out.example.jp", "A")).isEqualTo("AA NOERROR\nAN out.example.jp. 60 CNAME www.example.net.");
        assertThat(ask("nowhere.example.jp", "A"))
                .isEqualTo("AA NXDOMAIN\nAN nowhere.example.jp. 60 CNAME none.example.jp.\nNS " + SOA);
        assertThat(ask("into.example.jp", "A"))
                .isEqualTo("AA NOERROR\nAN into.example.jp. 60 CNAME a.child.example.jp.");
        assertThat(ask("x.alias.example.jp", "A")).isEqualTo("""
                AA NOERROR
                AN x.alias.example.jp. 60 CNAME web.example.jp.
                AN web.example.jp. 30 A 192.0.2.80""");
    }

    @Test
    void aliasesInCirclesEnd() throws IOException {
        assertThat(server.ask("circle.example.jp", "A").getSection(Section.ANSWER))
                .hasSizeBetween(2, 3);
    }

    @Test
    void whatIsDelegatedIsReferred() throws IOException {
        String referral = """
                NOERROR
                NS child.example.jp. 60 NS ns.child.example.jp.
                NS child.example.jp. 60 NS ns.example.net.
                AR ns.child.example.jp. 60 A 192.0.2.153""";
        for (String name :
                List.of("child.example.jp", "www.child.example.jp", "ns.child.example.jp", "a.b.child.example.jp")) {
            assertThat(ask(name, "A")).as(name).isEqualTo(referral);
        }
        assertThat(ask("child.example.jp", "NS")).isEqualTo(referral);
        assertThat(ask("child.example.jp", "ANY")).isEqualTo(referral);
        assertThat(ask("child.example.jp", "DS")).isEqualTo("AA NOERROR\nNS " + SOA);
    }

    @Test
    void theLongestZoneAnswers() throws IOException {
        assertThat(ask("ns1.sub.example.jp", "A")).isEqualTo("AA NOERROR\nAN ns1.sub.example.jp. 3600 A 192.0.2.53");
        assertThat(ask("x.sub.example.jp", "A")).contains("NS sub.example.jp. 300 SOA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.net", "jp", "xexample.jp", "com"})
    void nobodyElsesNamesAreAnswered(String name) throws IOException {
        assertThat(ask(name, "A")).isEqualTo("REFUSED");
    }

    @Test
    void theRootIsNotOurs() throws IOException {
        assertThat(Dialogue.show(server.ask(Message.newQuery(Record.newRecord(Name.root, Type.NS, DClass.IN)), 512)))
                .isEqualTo("REFUSED");
    }

    @Test
    void anyGetsOneSetOnly() throws IOException {
        assertThat(ask("mx.example.jp", "ANY")).isEqualTo("AA NOERROR\nAN mx.example.jp. 60 A 192.0.2.25");
        assertThat(ask("www.example.jp", "ANY")).isEqualTo("AA NOERROR\nAN www.example.jp. 60 CNAME web.example.jp.");
        assertThat(ask("no.example.jp", "ANY")).isEqualTo("AA NXDOMAIN\nNS " + SOA);
    }

    @Test
    void theCaseOfTheQuestionIsKept() throws IOException {
        Message answer = server.ask("wWw.ExAmple.JP", "A");
        assertThat(answer.getQuestion().getName()).hasToString("wWw.ExAmple.JP.");
        assertThat(answer.getSection(Section.ANSWER)).hasSize(2);
    }

    @Test
    void whatWeDoNotDoIsRefused() throws IOException {
        assertThat(ask("example.jp", "AXFR")).isEqualTo("REFUSED");
        assertThat(ask("example.jp", "IXFR")).isEqualTo("REFUSED");
        Message chaos = Message.newQuery(Record.newRecord(Name.fromString("version.bind."), Type.TXT, DClass.CH));
        assertThat(Dialogue.show(server.ask(chaos, 512))).isEqualTo("REFUSED");
        for (int opcode : new int[] {Opcode.STATUS, Opcode.NOTIFY, Opcode.UPDATE, 15}) {
            Message message = Dialogue.question("example.jp", "SOA");
            message.getHeader().setOpcode(opcode);
            Message answer = server.ask(message, 512);
            assertThat(Dialogue.show(answer)).isEqualTo("NOTIMP");
            assertThat(answer.getHeader().getOpcode()).isEqualTo(opcode);
        }
    }

    @Test
    void ednsIsAnsweredWithEdns() throws IOException {
        Message plain = server.ask("mx.example.jp", "A");
        assertThat(plain.getOPT()).isNull();
        Message question = Dialogue.question("mx.example.jp", "A");
        question.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
        Message answer = server.ask(question, 512);
        assertThat(answer.getOPT().getPayloadSize()).isEqualTo(1232);
        assertThat(answer.getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void anotherVersionOfEdnsIsToldSo() throws IOException {
        Message question = Dialogue.question("mx.example.jp", "A");
        question.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);
        assertThat(Dialogue.show(server.ask(question, 512))).isEqualTo("BADVERS");
    }

    private String ask(String name, String type) throws IOException {
        return Dialogue.show(server.ask(name, type));
    }
}
