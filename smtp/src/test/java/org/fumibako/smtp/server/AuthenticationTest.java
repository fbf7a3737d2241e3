// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.delivery.Authentication.Mode;
import org.fumibako.dns.Answer;
import org.fumibako.journal.JournalEvent;
import org.fumibako.model.SpecialUse;
import org.fumibako.testkit.FakeDns;
import org.fumibako.testkit.SmtpClient;
import org.fumibako.testkit.TranscriptRunner;
import org.fumibako.testkit.TranscriptServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the house does with mail whose sender can be checked. The peer is always 127.0.0.1. */
class AuthenticationTest {
    private static final String FORGED =
            "Authentication-Results: sv001.fumibako.test; dkim=pass header.d=bank.test\r\n";

    private static FakeDns world() {
        return FakeDns.of("""
                friend.test TXT "v=spf1 ip4:127.0.0.1 -all"
                _dmarc.friend.test TXT "v=DMARC1; p=reject"
                bank.test TXT "v=spf1 ip4:192.0.2.1 -all"
                _dmarc.bank.test TXT "v=DMARC1; p=reject"
                shop.test TXT "v=spf1 -all"
                _dmarc.shop.test TXT "v=DMARC1; p=quarantine"
                plain.test TXT "v=spf1 -all"
                _dmarc.slow.test TXT "v=DMARC1; p=reject"
                """).fail("slow.test", Answer.Reason.TIMEOUT).fail("_dmarc.dark.test", Answer.Reason.TIMEOUT);
    }

    @TestFactory
    Stream<DynamicTest> transcripts() {
        return TranscriptRunner.tests("/authentication", _ -> server(House.open(world(), Mode.ENFORCE)));
    }

    @Test
    void whatIsProvenIsFiledWithItsProofOnTop() throws Exception {
        try (House house = House.open(world(), Mode.ENFORCE)) {
            send(house, "a@friend.test", "From: a@friend.test\r\n" + FORGED);
            assertThat(house.inbox(house.taro)).singleElement().satisfies(message -> {
                assertThat(message.split("\r\n", -1))
                        .startsWith(
                                "Return-Path: <a@friend.test>",
                                "Authentication-Results: sv001.fumibako.test;",
                                "\tspf=pass smtp.mailfrom=a@friend.test;",
                                "\tdkim=none;",
                                "\tarc=none;",
                                "\tdmarc=pass header.from=friend.test policy.dmarc=reject");
                assertThat(message).doesNotContain("bank.test");
            });
            assertThat(evidence(house)).singleElement().satisfies(row -> {
                assertThat(row.spf()).startsWith("pass friend.test");
                assertThat(row.dmarc()).startsWith("pass");
                assertThat(row.action()).isEqualTo("accepted");
            });
        }
    }

    @Test
    void whatADomainWantsQuarantinedIsJunk() throws Exception {
        try (House house = House.open(world(), Mode.ENFORCE)) {
            send(house, "a@shop.test", "From: a@shop.test\r\n");
            assertThat(house.inbox(house.taro)).isEmpty();
            assertThat(house.count(house.taro, SpecialUse.JUNK)).isEqualTo(1);
            assertThat(evidence(house))
                    .singleElement()
                    .satisfies(row -> assertThat(row.action()).isEqualTo("filed as junk"));
        }
    }

    @Test
    void aHouseThatOnlyReportsTakesEverythingAndWritesItDown() throws Exception {
        try (House house = House.open(world(), Mode.REPORT)) {
            send(house, "a@bank.test", "From: a@bank.test\r\n");
            assertThat(house.inbox(house.taro)).hasSize(1);
            assertThat(evidence(house))
                    .singleElement()
                    .satisfies(row -> assertThat(row.action()).isEqualTo("accepted, only reported: refused"));
        }
    }

    @Test
    void aPolicyThatCannotBeReadLosesNoMail() throws Exception {
        try (House house = House.open(world(), Mode.ENFORCE)) {
            send(house, "a@dark.test", "From: a@dark.test\r\n");
            assertThat(house.inbox(house.taro)).singleElement().asString().contains("dmarc=temperror");
        }
    }

    @Test
    void aMessageThatBeginsWithAFoldedLineAddsNothingToOurField() throws Exception {
        try (House house = House.open(world(), Mode.ENFORCE)) {
            send(house, "a@plain.test", "\tdkim=pass header.d=bank.test\r\nFrom: a@plain.test\r\n");
            assertThat(house.inbox(house.taro))
                    .singleElement()
                    .asString()
                    .contains("\tdmarc=none header.from=plain.test\r\nReceived: ");
        }
    }

    @Test
    void lmtpIsNotJudged() throws Exception {
        try (House house = House.open(world(), Mode.ENFORCE);
                SmtpClient client = SmtpClient.connect(house.port(SmtpService.LMTP))) {
            client.command("LHLO front.test");
            client.send("a@bank.test", List.of("taro@example.test"), "From: a@bank.test\r\n\r\nhello\r\n");
            assertThat(house.inbox(house.taro)).singleElement().asString().doesNotContain("Authentication-Results");
            assertThat(evidence(house)).isEmpty();
        }
    }

    private static TranscriptServer server(House house) {
        return new TranscriptServer() {
            @Override
            public int port() {
                return house.port(SmtpService.MX);
            }

            @Override
            public void close() throws IOException {
                house.close();
            }
        };
    }

    private static void send(House house, String sender, String header) throws IOException {
        try (SmtpClient client = SmtpClient.connect(house.port(SmtpService.MX))) {
            client.command("EHLO mx.stranger.test");
            client.send(sender, List.of("taro@example.test"), header + "\r\nhello\r\n");
        }
    }

    private static List<JournalEvent.Authenticated> evidence(House house) {
        return house.events(JournalEvent.Authenticated.class);
    }
}
