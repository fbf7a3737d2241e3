// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.fumibako.delivery.Authentication.Mode;
import org.fumibako.filter.Reason;
import org.fumibako.journal.FilterEvent.Judged;
import org.fumibako.journal.FilterEvent.ScannerSilent;
import org.fumibako.model.DomainId;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;
import org.fumibako.registry.filter.FilterPolicy;
import org.fumibako.registry.filter.SenderPattern;
import org.fumibako.testkit.FakeDns;
import org.fumibako.testkit.SmtpClient;
import org.junit.jupiter.api.Test;

/** What becomes of spam, domain by domain. The peer is always 127.0.0.1. */
class SpamTest {
    private static final DomainId FIRST = new DomainId(1);
    private static final String SPAM = "XJS*C4JDBQADN1.NSBN3*2IDNEN*" + "GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\r\n";
    private static final String SUBJECT = "Subject: =?ISO-2022-JP?B?GyRCRXZBKhsoQg==?=\r\n";

    private static House house() throws IOException {
        FakeDns world = FakeDns.of("""
                friend.test TXT "v=spf1 ip4:127.0.0.1 -all"
                _dmarc.friend.test TXT "v=DMARC1; p=none"
                example.test TXT "v=spf1 ip4:127.0.0.1 -all"
                _dmarc.example.test TXT "v=DMARC1; p=none"
                """);
        return House.open(world, Mode.REPORT);
    }

    private static FilterPolicy policy(FilterAction action, boolean tag) {
        return new FilterPolicy(FilterLevel.STANDARD, action, tag, List.of(), List.of());
    }

    private static void send(House house, String sender, String header, String body, String... recipients)
            throws IOException {
        try (SmtpClient client = SmtpClient.connect(house.port(SmtpService.MX))) {
            client.command("EHLO mx.stranger.test");
            client.send(sender, List.of(recipients), "From: " + sender + "\r\n" + header + "\r\n" + body);
        }
    }

    @Test
    void domainWithoutAFilterGetsWhatWasSent() throws Exception {
        try (House house = house()) {
            send(house, "a@friend.test", SUBJECT + "X-Spam-Flag: NO\r\n", SPAM, "taro@example.test");
            assertThat(house.inbox(house.taro))
                    .singleElement()
                    .satisfies(message -> assertThat(message)
                            .contains(SUBJECT + "X-Spam-Flag: NO\r\n")
                            .doesNotContain("X-Spam-Score"));
            assertThat(house.events(Judged.class)).isEmpty();
        }
    }

    @Test
    void spamIsTaggedAndFiledAsJunkAndTheJournalSaysWhy() throws Exception {
        try (House house = house()) {
            house.filters.put(FIRST, policy(FilterAction.JUNK, true));
            send(house, "a@friend.test", SUBJECT + "X-Spam-Flag: NO\r\n", SPAM, "taro@example.test");
            assertThat(house.inbox(house.taro)).isEmpty();
            assertThat(house.messages(house.taro, SpecialUse.JUNK))
                    .singleElement()
                    .satisfies(message -> assertThat(message)
                            .startsWith("X-Spam-Flag: YES\r\nX-Spam-Score: ")
                            .contains("\r\nSubject: [SPAM] =?ISO-2022-JP?B?GyRCRXZBKhsoQg==?=\r\n")
                            .doesNotContain("X-Spam-Flag: NO"));
            assertThat(house.events(Judged.class)).singleElement().satisfies(row -> {
                assertThat(row.outcome()).isEqualTo("spam, filed as junk with [SPAM]");
                assertThat(row.subject()).isEqualTo("当選");
                assertThat(row.reasons()).startsWith("GTUBE=1000.0");
            });
        }
    }

    private static FilterPolicy offWithLists() {
        return new FilterPolicy(
                FilterLevel.OFF,
                FilterAction.JUNK,
                true,
                List.of(),
                List.of(SenderPattern.parse("*@friend.test"), SenderPattern.parse("boss@example.test")));
    }

    @Test
    void unwantedSendersAreUnwantedEvenWhileTheFilterIsOff() throws Exception {
        try (House house = house()) {
            house.filters.put(FIRST, offWithLists());
            send(house, "a@friend.test", SUBJECT, "hello\r\n", "taro@example.test");
            assertThat(house.inbox(house.taro)).isEmpty();
            assertThat(house.messages(house.taro, SpecialUse.JUNK))
                    .singleElement()
                    .satisfies(message -> assertThat(message)
                            .startsWith("X-Spam-Flag: YES\r\n")
                            .contains("BLOCKED_SENDER")
                            .contains("[SPAM]"));
            assertThat(house.events(Judged.class)).singleElement().satisfies(row -> {
                assertThat(row.level()).isEqualTo("OFF, but for the lists");
                assertThat(row.reasons()).isEqualTo("BLOCKED_SENDER=100.0");
            });
        }
    }

    @Test
    void othersAreNotLookedAtWhileTheFilterIsOff() throws Exception {
        try (House house = house()) {
            house.filters.put(FIRST, offWithLists());
            send(house, "a@stranger.test", SUBJECT, SPAM, "taro@example.test");
            assertThat(house.inbox(house.taro))
                    .singleElement()
                    .satisfies(message ->
                            assertThat(message).doesNotContain("X-Spam").contains(SUBJECT));
            assertThat(house.events(Judged.class)).isEmpty();
        }
    }

    @Test
    void anUnwantedSenderOfTheHouseItselfIsUnwanted() throws Exception {
        try (House house = house()) {
            house.filters.put(FIRST, offWithLists());
            send(house, "boss@example.test", SUBJECT, "hello\r\n", "taro@example.test");
            assertThat(house.messages(house.taro, SpecialUse.JUNK)).hasSize(1);
        }
    }

    @Test
    void wantedMailIsMarkedAsSuch() throws Exception {
        try (House house = house()) {
            house.filters.put(FIRST, policy(FilterAction.JUNK, true));
            send(house, "a@friend.test", SUBJECT, "hello\r\n", "taro@example.test");
            assertThat(house.inbox(house.taro))
                    .singleElement()
                    .satisfies(message -> assertThat(message)
                            .startsWith("X-Spam-Flag: NO\r\n")
                            .contains(SUBJECT)
                            .contains("required=5.0"));
            assertThat(house.events(Judged.class))
                    .singleElement()
                    .satisfies(row -> assertThat(row.outcome()).isEqualTo("wanted"));
        }
    }

    @Test
    void eachRecipientHasItAsTheirDomainWantsIt() throws Exception {
        try (House house = house()) {
            house.filters.put(FIRST, policy(FilterAction.KEEP, true));
            send(
                    house,
                    "a@friend.test",
                    SUBJECT,
                    SPAM,
                    "taro@example.test",
                    "hanako@example.test",
                    "taro@xn--wgv71a.test");
            assertThat(house.inbox(house.taro).getFirst()).contains("[SPAM]");
            assertThat(house.inbox(house.hanako)).isEqualTo(house.inbox(house.taro));
            assertThat(house.inboxSnapshot(house.hanako).contentId(0))
                    .as("one stored message for those with the same mark")
                    .isEqualTo(house.inboxSnapshot(house.taro).contentId(0));
            assertThat(house.inbox(house.other).getFirst()).doesNotContain("SPAM");
        }
    }

    @Test
    void spamCanGoToTrashOrNowhere() throws Exception {
        try (House house = house()) {
            house.filters.put(FIRST, policy(FilterAction.TRASH, false));
            send(house, "a@friend.test", SUBJECT, SPAM, "taro@example.test");
            assertThat(house.messages(house.taro, SpecialUse.TRASH))
                    .singleElement()
                    .satisfies(message -> assertThat(message).contains(SUBJECT));
            house.filters.put(FIRST, policy(FilterAction.DELETE, true));
            send(house, "a@friend.test", SUBJECT, SPAM, "taro@example.test");
            assertThat(house.count(house.taro, SpecialUse.TRASH)).isEqualTo(1);
            assertThat(house.inbox(house.taro)).isEmpty();
            assertThat(house.events(Judged.class))
                    .last()
                    .satisfies(row -> assertThat(row.outcome()).isEqualTo("spam, deleted"));
        }
    }

    @Test
    void wantedSendersCountOnlyWhenTheyAreProved() throws Exception {
        try (House house = house()) {
            house.filters.put(
                    FIRST,
                    new FilterPolicy(
                            FilterLevel.STRICTEST,
                            FilterAction.JUNK,
                            true,
                            List.of(SenderPattern.parse("*.test")),
                            List.of()));
            String shouted = "Subject: WIN A CRUISE $$$ TODAY\r\nX: y\r\n";
            send(house, "a@mail.stranger.test", shouted, "x\r\n", "taro@example.test");
            assertThat(house.events(Judged.class)).last().satisfies(row -> {
                assertThat(row.outcome()).startsWith("spam");
                assertThat(row.reasons()).contains("ALLOWED_SENDER_UNPROVEN=0.0");
            });
            house.filters.put(
                    FIRST,
                    new FilterPolicy(
                            FilterLevel.STRICTEST,
                            FilterAction.JUNK,
                            true,
                            List.of(SenderPattern.parse("friend.test")),
                            List.of()));
            send(house, "a@friend.test", shouted, "x\r\n", "taro@example.test");
            assertThat(house.events(Judged.class))
                    .last()
                    .satisfies(row -> assertThat(row.reasons()).startsWith("ALLOWED_SENDER=-100.0"));
            assertThat(house.inbox(house.taro)).hasSize(1);
        }
    }

    @Test
    void unwantedSendersAreUnwantedWhateverTheySay() throws Exception {
        try (House house = house()) {
            house.filters.put(
                    FIRST,
                    new FilterPolicy(
                            FilterLevel.LENIENT,
                            FilterAction.JUNK,
                            true,
                            List.of(),
                            List.of(SenderPattern.parse("*@friend.test"))));
            send(house, "a@friend.test", SUBJECT, "hello\r\n", "taro@example.test");
            assertThat(house.count(house.taro, SpecialUse.JUNK)).isEqualTo(1);
        }
    }

    @Test
    void provedMailOfTheHouseIsNoSpam() throws Exception {
        try (House house = house()) {
            house.filters.put(FIRST, policy(FilterAction.JUNK, true));
            send(house, "news@example.test", "Subject: SALE SALE SALE !!!\r\n", "x\r\n", "taro@example.test");
            assertThat(house.inbox(house.taro)).hasSize(1);
            assertThat(house.events(Judged.class))
                    .singleElement()
                    .satisfies(row -> assertThat(row.reasons()).startsWith("OWN_DOMAIN=-100.0"));
        }
    }

    @Test
    void virusIsRefusedWhateverTheDomainWants() throws Exception {
        try (House house = house()) {
            house.scanning(suspect -> List.of(new Reason("VIRUS", 1_000, "x", "A virus was found: Eicar")));
            try (SmtpClient client = SmtpClient.connect(house.port(SmtpService.MX))) {
                client.command("EHLO mx.stranger.test");
                client.command("MAIL FROM:<a@friend.test>");
                client.command("RCPT TO:<taro@example.test>");
                client.command("DATA");
                assertThat(client.command("Subject: x\r\n\r\nx\r\n.").text())
                        .isEqualTo("5.7.0 A virus was found: Eicar");
            }
            assertThat(house.inbox(house.taro)).isEmpty();
            assertThat(house.events(Judged.class))
                    .singleElement()
                    .satisfies(row -> assertThat(row.outcome()).isEqualTo("refused, it is a virus"));
        }
    }

    @Test
    void mailFlowsWhenAScannerIsDownAndTheJournalSaysSo() throws Exception {
        try (House house = house()) {
            house.filters.put(FIRST, policy(FilterAction.JUNK, true));
            house.scanning(suspect -> {
                throw new IOException("cannot be reached");
            });
            send(house, "a@friend.test", SUBJECT, "hello\r\n", "taro@example.test");
            assertThat(house.inbox(house.taro)).hasSize(1);
            assertThat(house.events(ScannerSilent.class)).singleElement().satisfies(row -> {
                assertThat(row.scanner()).isEqualTo("clamd");
                assertThat(row.why()).isEqualTo("cannot be reached");
            });
            assertThat(house.events(Judged.class)).hasSize(1);
        }
    }

    @Test
    void mailThatComesByLmtpIsFilteredToo() throws Exception {
        try (House house = house()) {
            house.filters.put(FIRST, policy(FilterAction.JUNK, true));
            try (SmtpClient client = SmtpClient.connect(house.port(SmtpService.LMTP))) {
                client.command("LHLO mx.stranger.test");
                client.send("a@friend.test", List.of("taro@example.test"), SUBJECT + "\r\n" + SPAM);
            }
            assertThat(house.count(house.taro, SpecialUse.JUNK)).isEqualTo(1);
        }
    }
}
