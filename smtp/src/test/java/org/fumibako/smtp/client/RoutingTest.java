// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fumibako.dns.Answer;
import org.fumibako.model.DomainName;
import org.fumibako.net.AddressBlock;
import org.fumibako.testkit.FakeDns;
import org.fumibako.testkit.Reaction;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which servers are tried, and in which order. */
@Timeout(60)
class RoutingTest {
    private static final DomainName FAR = Outside.DOMAIN;
    private final Outside outside = new Outside();

    @AfterEach
    void close() throws Exception {
        outside.close();
    }

    @Test
    void exchangesGoByPreferenceAndAddressesWithSixFirst() {
        assertThat(targets("""
                far.test MX 20 b.far.test
                far.test MX 10 a.far.test
                a.far.test A 8.8.4.4
                a.far.test AAAA 2606:4700::1
                b.far.test A 9.9.9.9
                """))
                .containsExactly("a.far.test[2606:4700:0:0:0:0:0:1]", "a.far.test[8.8.4.4]", "b.far.test[9.9.9.9]");
    }

    @Test
    void equalsShareTheLoad() {
        FakeDns dns = FakeDns.of("""
                far.test MX 10 a.far.test
                far.test MX 10 b.far.test
                a.far.test A 8.8.4.4
                b.far.test A 9.9.9.9
                """);
        Random random = new Random(1);
        Set<String> firsts = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            Route route = new Router(config(), dns, TlsPolicies.OPPORTUNISTIC, random).route(Outside.HOP);
            firsts.add(names(route).getFirst());
        }
        assertThat(firsts).hasSize(2);
    }

    @Test
    void aDomainWithoutExchangesIsItsOwn() {
        assertThat(targets("far.test A 8.8.4.4")).containsExactly("far.test[8.8.4.4]");
    }

    @Test
    void aDomainThatTakesNoMailIsToldAtOnce() {
        refused("far.test MX 0 .", "5.1.10", "the domain far.test takes no mail (null MX)");
    }

    @Test
    void aDomainThatDoesNotExistIsToldAtOnce() {
        refused("", "5.1.2", "the domain far.test does not exist");
    }

    @Test
    void aDomainWhoseServersHaveNoAddressIsToldAtOnce() {
        refused("far.test MX 10 a.far.test", "5.4.4", "the servers of far.test have no address");
        refused("far.test TXT nothing", "5.4.4", "the servers of far.test have no address");
    }

    @Test
    void aServerOnOurOwnMachineOrNetworkIsNoServer() {
        for (String address :
                List.of("127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "0.0.0.0", "224.0.0.1")) {
            refused(
                    "far.test MX 10 a.far.test\na.far.test A " + address,
                    "5.4.4",
                    "the servers of far.test have no address on the public Internet");
        }
        for (String address : List.of("::1", "fc00::1", "fe80::1", "ff02::1", "::", "::7f00:1")) {
            refused(
                    "far.test MX 10 a.far.test\na.far.test AAAA " + address,
                    "5.4.4",
                    "the servers of far.test have no address on the public Internet");
        }
    }

    @Test
    void aNetworkOfOnesOwnCanBePermitted() {
        AddressPolicy policy =
                new AddressPolicy(List.of(AddressBlock.parse("10.1.0.0/16").orElseThrow()));
        assertThat(policy.permits(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(policy.permits(InetAddress.ofLiteral("10.2.2.3"))).isFalse();
    }

    @Test
    void whereWeAreAnExchangeOnlyBetterOnesCount() {
        assertThat(targets("""
                far.test MX 10 a.far.test
                far.test MX 20 out.near.test
                far.test MX 30 c.far.test
                a.far.test A 8.8.4.4
                c.far.test A 9.9.9.9
                """)).containsExactly("a.far.test[8.8.4.4]");
    }

    @Test
    void whereWeAreTheBestExchangeThereIsALoop() {
        refused("""
                far.test MX 10 out.near.test
                far.test MX 20 c.far.test
                c.far.test A 9.9.9.9
                """, "5.4.6", "mail for far.test would come back to this server");
    }

    @Test
    void weAreAnExchangeUnderAnyName() {
        refused("""
                far.test MX 10 a.far.test
                far.test MX 10 alias.far.test
                alias.far.test A 8.8.8.8
                a.far.test A 9.9.9.9
                """, "5.4.6", "mail for far.test would come back to this server");
    }

    @Test
    void aListWithoutEndIsCutOff() {
        StringBuilder zone = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            zone.append("far.test MX ").append(i).append(" mx").append(i).append(".far.test\n");
        }
        FakeDns dns = FakeDns.of(zone.toString());
        Route route = new Router(config(), dns, TlsPolicies.OPPORTUNISTIC, new Random(1)).route(Outside.HOP);
        assertThat(route).isInstanceOf(Route.DeadEnd.class);
        assertThat(dns.questions()).isLessThanOrEqualTo(1 + 2 * ClientLimits.STANDARD.exchanges());
    }

    @Test
    void manyAddressesAreNotAllTried() {
        StringBuilder zone =
                new StringBuilder("far.test MX 10 a.far.test\nfar.test MX 20 b.far.test\nb.far.test A 9.9.9.9\n");
        for (int i = 1; i < 100; i++) {
            zone.append("a.far.test A 8.8.4.").append(i).append("\n");
        }
        assertThat(targets(zone.toString())).hasSize(5).last().isEqualTo("b.far.test[9.9.9.9]");
    }

    @Test
    void dnsThatDoesNotAnswerDefers() {
        FakeDns dns = FakeDns.of("far.test MX 10 a.far.test").fail("far.test", Answer.Reason.TIMEOUT);
        Route route = new Router(config(), dns, TlsPolicies.OPPORTUNISTIC, new Random(1)).route(Outside.HOP);
        Outcome outcome = ((Route.DeadEnd) route).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
        assertThat(outcome.attempt().status()).hasToString("4.4.3");
    }

    @Test
    void anExchangeThatDnsCannotFindIsPassedOver() {
        FakeDns dns = FakeDns.of("""
                far.test MX 10 a.far.test
                far.test MX 20 b.far.test
                b.far.test A 9.9.9.9
                """).fail("a.far.test", Answer.Reason.SERVER_FAILURE);
        Route route = new Router(config(), dns, TlsPolicies.OPPORTUNISTIC, new Random(1)).route(Outside.HOP);
        assertThat(names(route)).containsExactly("b.far.test[9.9.9.9]");
        assertThat(((Route.Targets) route).passedOver()).hasSize(1);
    }

    @Test
    void theNextServerIsTriedWhenTheFirstDoesNotAnswer() throws Exception {
        List<SinkMx> sinks = outside.exchanges(SinkScript.MODERN, SinkScript.MODERN);
        sinks.getFirst().close();
        SmtpClient client = outside.client(sinks.getLast().port());
        DeliveryReport report = client.deliver(Outside.HOP, Outside.message("a@far.test"));
        assertThat(Outside.only(report)).isInstanceOf(Outcome.Delivered.class);
        assertThat(report.attempts()).extracting(Attempt::stage).containsExactly(Stage.CONNECT, Stage.END_OF_DATA);
        DeliveryReport second = client.deliver(Outside.HOP, Outside.message("a@far.test"));
        assertThat(second.attempts()).extracting(Attempt::stage).containsExactly(Stage.END_OF_DATA);
    }

    @Test
    void aServerThatDoesNotGreetIsNotAskedFirstAgain() throws Exception {
        List<SinkMx> sinks =
                outside.exchanges(SinkScript.MODERN.on(SinkScript.CONNECT, Reaction.hang()), SinkScript.MODERN);
        SmtpClient client = outside.timeouts(ClientTimeouts.STANDARD.with(Stage.GREETING, Duration.ofMillis(300)))
                .client(sinks.getFirst().port());
        client.deliver(Outside.HOP, Outside.message("a@far.test"));
        client.deliver(Outside.HOP, Outside.message("b@far.test"));
        assertThat(sinks.getFirst().connections()).isEqualTo(1);
        assertThat(sinks.getLast().received()).hasSize(2);
    }

    @Test
    void whenNobodyAnswersTheDestinationIsUnreachable() throws Exception {
        List<SinkMx> sinks = outside.exchanges(SinkScript.MODERN, SinkScript.MODERN);
        int port = sinks.getFirst().port();
        for (SinkMx sink : sinks) {
            sink.close();
        }
        DeliveryReport report = outside.client(port).deliver(Outside.HOP, Outside.message("a@far.test", "b@far.test"));
        assertThat(report.unreachable()).isTrue();
        assertThat(report.attempts()).hasSize(2);
        assertThat(report.results().getFirst().outcome().attempt().words()).startsWith("no connection: ");
    }

    @Test
    void recipientsThatOneServerWantsLaterAreTakenToTheNext() throws Exception {
        List<SinkMx> sinks = outside.exchanges(
                SinkScript.MODERN.on("RCPT TO:<b@", Reaction.say("451 4.3.0 not now")), SinkScript.MODERN);
        DeliveryReport report = outside.client(sinks.getFirst().port())
                .deliver(Outside.HOP, Outside.message("a@far.test", "b@far.test"));
        assertThat(report.results()).allMatch(result -> result.outcome() instanceof Outcome.Delivered);
        assertThat(sinks.getLast().received().getFirst().rcpts()).containsExactly("RCPT TO:<b@far.test>");
    }

    @Test
    void aServerThatNeverTakesMailDoesNotSpeakForOneThatMayLater() throws Exception {
        List<SinkMx> sinks = outside.exchanges(
                SinkScript.MODERN.on("EHLO", Reaction.sayAndDrop("421 4.3.2 later")),
                SinkScript.MODERN.on(SinkScript.CONNECT, Reaction.say("521 5.3.2 never")));
        Outcome outcome = Outside.only(
                outside.client(sinks.getFirst().port()).deliver(Outside.HOP, Outside.message("a@far.test")));
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
    }

    private static ClientConfig config() {
        return ClientConfig.of(DomainName.of("out.near.test"), Set.of(InetAddress.ofLiteral("8.8.8.8")));
    }

    private static List<String> targets(String zone) {
        return names(new Router(config(), FakeDns.of(zone), TlsPolicies.OPPORTUNISTIC, new Random(1))
                .route(new NextHop.MailExchangers(FAR)));
    }

    private static List<String> names(Route route) {
        assertThat(route).isInstanceOf(Route.Targets.class);
        return ((Route.Targets) route)
                .targets().stream()
                        .map(target -> target.name() + "[" + target.address().getHostAddress() + "]")
                        .toList();
    }

    private static void refused(String zone, String status, String words) {
        Route route =
                new Router(config(), FakeDns.of(zone), TlsPolicies.OPPORTUNISTIC, new Random(1)).route(Outside.HOP);
        assertThat(route).isInstanceOf(Route.DeadEnd.class);
        Outcome outcome = ((Route.DeadEnd) route).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome.attempt().status()).hasToString(status);
        assertThat(outcome.attempt().words()).isEqualTo(words);
    }
}
