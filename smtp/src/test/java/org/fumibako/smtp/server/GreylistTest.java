// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.fumibako.delivery.door.Doorkeeper;
import org.fumibako.journal.JournalEvent.Refused;
import org.fumibako.model.DomainId;
import org.fumibako.registry.filter.Delays;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;
import org.fumibako.registry.filter.FilterPolicy;
import org.fumibako.registry.filter.SenderPattern;
import org.fumibako.testkit.SmtpClient;
import org.junit.jupiter.api.Test;

/** Who has to wait at the door (RFC 6647), and who never does. */
class GreylistTest {
    private static final DomainId FIRST = new DomainId(1);
    private static final String DELAYED = Doorkeeper.TRY_AGAIN.toString();

    private static House house(Delays delays) throws IOException {
        House house = House.open();
        house.filters.put(FIRST, FilterPolicy.ofLevel(FilterLevel.OFF).with(delays));
        return house;
    }

    private static String rcpt(House house, SmtpService service, String sender, String recipient) throws IOException {
        try (SmtpClient client = SmtpClient.connect(house.port(service))) {
            client.command((service == SmtpService.LMTP ? "LHLO" : "EHLO") + " mx.stranger.test");
            client.command("MAIL FROM:<" + sender + ">");
            SmtpClient.Reply reply = client.command("RCPT TO:<" + recipient + ">");
            return reply.code() + " " + reply.text();
        }
    }

    private static String rcpt(House house, String sender, String recipient) throws IOException {
        return rcpt(house, SmtpService.MX, sender, recipient);
    }

    @Test
    void aStrangerIsTakenWhenHeComesAgainAndTheJournalSaysWhyHeHadTo() throws Exception {
        try (House house = house(new Delays(true, false))) {
            assertThat(rcpt(house, "a@stranger.test", "taro@example.test")).isEqualTo(DELAYED);
            assertThat(house.events(Refused.class))
                    .containsExactly(new Refused("a@stranger.test", "taro@example.test", Doorkeeper.TRY_AGAIN));
            assertThat(house.journal.getFirst().account()).contains(house.taro.id());
            house.pass(Duration.ofMinutes(5));
            assertThat(rcpt(house, "a@stranger.test", "taro@example.test")).startsWith("250 ");
            assertThat(rcpt(house, "b@elsewhere.test", "hanako@example.test"))
                    .as("the network is known now")
                    .startsWith("250 ");
        }
    }

    @Test
    void nobodyWaitsUnlessTheDomainWantsIt() throws Exception {
        try (House house = house(Delays.NONE)) {
            assertThat(rcpt(house, "a@stranger.test", "taro@example.test")).startsWith("250 ");
        }
        try (House house = house(new Delays(true, false))) {
            assertThat(rcpt(house, "a@stranger.test", "taro@xn--wgv71a.test"))
                    .as("of another domain")
                    .startsWith("250 ");
        }
    }

    @Test
    void nobodyWaitsWhomTheAccountHasWrittenTo() throws Exception {
        try (House house = house(new Delays(true, false))) {
            house.written.add("friend@stranger.test");
            assertThat(rcpt(house, "friend@stranger.test", "hanako@example.test"))
                    .startsWith("250 ");
            assertThat(rcpt(house, "friend@stranger.test", "team@example.test"))
                    .as("one of those behind it has")
                    .startsWith("250 ");
            assertThat(rcpt(house, "friend@stranger.test", "taro@example.test"))
                    .as("whom somebody else has")
                    .isEqualTo(DELAYED);
        }
    }

    @Test
    void nobodyWaitsWhoIsOnTheListOfWantedSenders() throws Exception {
        try (House house = House.open()) {
            house.filters.put(
                    FIRST,
                    new FilterPolicy(
                            FilterLevel.OFF,
                            FilterAction.JUNK,
                            true,
                            new Delays(true, false),
                            List.of(SenderPattern.parse("*@stranger.test")),
                            List.of()));
            assertThat(rcpt(house, "a@stranger.test", "taro@example.test")).startsWith("250 ");
            assertThat(rcpt(house, "", "taro@example.test")).isEqualTo(DELAYED);
        }
    }

    @Test
    void aNeighbourWhoHandsMailOverDoesNotWait() throws Exception {
        try (House house = house(new Delays(true, false))) {
            assertThat(rcpt(house, SmtpService.LMTP, "a@stranger.test", "taro@example.test"))
                    .startsWith("250 ");
        }
    }

    @Test
    void whoGuessesAddressesIsAnsweredMoreSlowlyEachTime() throws Exception {
        try (House house = house(new Delays(false, true));
                SmtpClient client = SmtpClient.connect(house.port(SmtpService.MX))) {
            client.command("EHLO mx.stranger.test");
            client.command("MAIL FROM:<a@stranger.test>");
            for (int i = 0; i < 3; i++) {
                assertThat(client.command("RCPT TO:<nobody" + i + "@example.test>")
                                .code())
                        .isEqualTo(550);
            }
            assertThat(client.command("RCPT TO:<taro@example.test>").code()).isEqualTo(250);
            assertThat(house.pauses)
                    .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
        }
        try (House house = house(Delays.NONE)) {
            assertThat(rcpt(house, "a@stranger.test", "nobody@example.test")).startsWith("550 ");
            assertThat(house.pauses).isEmpty();
        }
    }
}
