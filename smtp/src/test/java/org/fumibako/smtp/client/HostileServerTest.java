// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.testkit.Reaction;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that hang, trickle, never end, leave, or talk nonsense, at every step. */
@Timeout(60)
class HostileServerTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Outside outside = new Outside();

    @AfterEach
    void close() throws Exception {
        outside.close();
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(Stage.GREETING, SinkScript.CONNECT),
                Arguments.of(Stage.EHLO, "EHLO"),
                Arguments.of(Stage.MAIL, "MAIL"),
                Arguments.of(Stage.RCPT, "RCPT"),
                Arguments.of(Stage.DATA, "DATA"),
                Arguments.of(Stage.END_OF_DATA, SinkScript.MESSAGE));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void silenceIsGivenUpAtTheLimitOfTheStep(Stage stage, String step) throws Exception {
        Attempt attempt = deferred(stage, SinkScript.MODERN.on(step, Reaction.hang()), SHORT);
        assertThat(attempt.status()).hasToString("4.4.2");
        assertThat(attempt.words()).startsWith("no answer ").endsWith(" within 0 s");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aReplyOneOctetAtATimeMustBeWholeAtTheLimit(Stage stage, String step) throws Exception {
        Reaction trickle = new Reaction.Trickle("250-" + "x".repeat(2_000), Duration.ofMillis(20));
        Attempt attempt = deferred(stage, SinkScript.PLAIN.on(step, trickle), SHORT);
        assertThat(attempt.words()).startsWith("no answer ");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aReplyThatNeverEndsIsCutOff(Stage stage, String step) throws Exception {
        Reaction endless = new Reaction.Endless("250-and another thing\r\n");
        Attempt attempt = deferred(stage, SinkScript.PLAIN.on(step, endless), Outside.PATIENT);
        assertThat(attempt.words()).isEqualTo("the server sent a reply of more than 128 lines");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aLineThatNeverEndsIsCutOff(Stage stage, String step) throws Exception {
        Attempt attempt = deferred(stage, SinkScript.MODERN.on(step, new Reaction.Endless("25")), Outside.PATIENT);
        assertThat(attempt.words()).isEqualTo("the server sent a reply with a line of more than 4096 octets");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aReplyWithoutACodeIsNone(Stage stage, String step) throws Exception {
        Attempt attempt = deferred(stage, SinkScript.MODERN.on(step, Reaction.say("all right")), Outside.PATIENT);
        assertThat(attempt.words()).isEqualTo("the server sent what is no reply: all right");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aServerThatClosesIsTriedLater(Stage stage, String step) throws Exception {
        Attempt attempt = deferred(stage, SinkScript.PLAIN.on(step, Reaction.drop()), Outside.PATIENT);
        assertThat(attempt.words()).startsWith("the server closed the connection ");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aServerThatSaysThatItClosesIsTriedLater(Stage stage, String step) throws Exception {
        Reaction goodbye = Reaction.sayAndDrop("421 4.3.2 going down");
        Attempt attempt = deferred(stage, SinkScript.MODERN.on(step, goodbye), Outside.PATIENT);
        assertThat(attempt.words()).isEqualTo("421 4.3.2 going down");
        assertThat(attempt.reply()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void laterMeansLater(Stage stage, String step) throws Exception {
        Reaction later = Reaction.say("451 4.7.1 greylisted, come back in five minutes");
        Attempt attempt = deferred(stage, SinkScript.PLAIN.on(step, later), Outside.PATIENT);
        assertThat(attempt.words()).isEqualTo("451 4.7.1 greylisted, come back in five minutes");
    }

    @Test
    void aLostReplyToTheMessageIsNotTriedElsewhereAtOnce() throws Exception {
        List<SinkMx> sinks =
                outside.exchanges(SinkScript.MODERN.on(SinkScript.MESSAGE, Reaction.drop()), SinkScript.MODERN);
        Outcome outcome = Outside.only(
                outside.client(sinks.getFirst().port()).deliver(Outside.HOP, Outside.message("a@far.test")));
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
        assertThat(((Outcome.Deferred) outcome).perhapsDelivered()).isTrue();
        assertThat(sinks.getLast().connections()).isZero();
    }

    @Test
    void aReplyThatRefusesTheMessageAndClosesIsNotALostOne() throws Exception {
        SinkMx sink =
                outside.exchange(SinkScript.MODERN.on(SinkScript.MESSAGE, Reaction.sayAndDrop("421 4.3.2 not now")));
        Outcome outcome = Outside.only(outside.client(sink.port()).deliver(Outside.HOP, Outside.message("a@far.test")));
        assertThat(((Outcome.Deferred) outcome).perhapsDelivered()).isFalse();
    }

    @Test
    void aServerThatStopsReadingTheMessageIsGivenUp() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.on("DATA", new Reaction.SayAndHang("354 go ahead\r\n")));
        ClientTimeouts standard = ClientTimeouts.STANDARD;
        SmtpClient client = outside.timeouts(new ClientTimeouts(standard.stages(), SHORT, standard.patience()))
                .client(sink.port());
        Outcome outcome = Outside.only(client.deliver(
                Outside.HOP, Outside.text("X: y\r\n\r\n" + "z".repeat(32 << 20), "a@far.test")));
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
        assertThat(outcome.attempt().stage()).isEqualTo(Stage.DATA);
        assertThat(((Outcome.Deferred) outcome).perhapsDelivered()).isFalse();
    }

    @Test
    void whatAServerSaysBeforeItCutsTheMessageOffIsTheReason() throws Exception {
        SinkMx sink = outside.exchange(
                SinkScript.MODERN.on("DATA", Reaction.sayAndDrop("354 go ahead\r\n552 5.3.4 that is too much")));
        Outcome outcome = Outside.only(outside.client(sink.port())
                .deliver(Outside.HOP, Outside.text("X: y\r\n\r\n" + "z".repeat(8 << 20), "a@far.test")));
        assertThat(outcome.attempt().host()).isPresent();
        assertThat(outcome.attempt().words())
                .satisfiesAnyOf(
                        words -> assertThat(words).isEqualTo("552 5.3.4 that is too much"),
                        // The kernel may throw the reply away when it resets the connection.
                        words -> assertThat(words).startsWith("the connection broke while the message was sent"));
    }

    @Test
    void patienceEndsEvenWhereEachReplyIsInTime() throws Exception {
        SinkScript slow = SinkScript.PLAIN;
        for (int i = 0; i < 50; i++) {
            slow = slow.once("RCPT TO:<r" + i + "@", new Reaction.SayLate("250 2.1.5 ok\r\n", Duration.ofMillis(100)));
        }
        SinkMx sink = outside.exchange(slow);
        ClientTimeouts standard = ClientTimeouts.STANDARD;
        SmtpClient client = outside.timeouts(
                        new ClientTimeouts(standard.stages(), standard.dataBlock(), Duration.ofSeconds(2)))
                .client(sink.port());
        String[] many = Stream.iterate(0, i -> i + 1)
                .limit(50)
                .map(i -> "r" + i + "@far.test")
                .toArray(String[]::new);
        DeliveryReport report = client.deliver(Outside.HOP, Outside.message(many));
        assertThat(report.results()).allMatch(result -> result.outcome() instanceof Outcome.Deferred);
        assertThat(sink.received()).isEmpty();
    }

    @Test
    void greylistingIsAskedAboutAtTwoServersNotAtAll() throws Exception {
        SinkScript grey = SinkScript.MODERN.on("RCPT", Reaction.say("450 4.2.0 greylisted"));
        List<SinkMx> sinks = outside.exchanges(grey, grey, grey);
        DeliveryReport report =
                outside.client(sinks.getFirst().port()).deliver(Outside.HOP, Outside.message("a@far.test"));
        assertThat(Outside.only(report)).isInstanceOf(Outcome.Deferred.class);
        assertThat(report.attempts()).hasSize(2);
        assertThat(report.unreachable()).isFalse();
        assertThat(sinks.getLast().connections()).isZero();
    }

    @Test
    void aGreetingThatRefusesIsTriedLaterButOneThatTakesNoMailAtAllIsNot() throws Exception {
        SinkMx blocked = outside.exchange(SinkScript.MODERN.on(SinkScript.CONNECT, Reaction.say("554 5.7.1 blocked")));
        assertThat(Outside.only(outside.client(blocked.port()).deliver(Outside.HOP, Outside.message("a@far.test"))))
                .isInstanceOf(Outcome.Deferred.class);
        SinkMx mute = outside.sink(SinkScript.MODERN.on(SinkScript.CONNECT, Reaction.say("521 5.3.2 no mail here")));
        assertThat(Outside.only(outside.client(mute.port()).deliver(Outside.HOP, Outside.message("a@far.test"))))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void controlCharactersOfAServerDoNotReachPeople() throws Exception {
        SinkMx sink = outside.exchange(
                SinkScript.MODERN.on("MAIL", Reaction.say("550 5.7.1 \u001b[31mred\u0000\u00e9\tend")));
        assertThat(Outside.only(outside.client(sink.port()).deliver(Outside.HOP, Outside.message("a@far.test")))
                        .attempt()
                        .words())
                .isEqualTo("550 5.7.1 ?[31mred?? end");
    }

    private Attempt deferred(Stage stage, SinkScript script, Duration limit) throws Exception {
        SinkMx sink = outside.exchange(script);
        SmtpClient client =
                outside.timeouts(ClientTimeouts.STANDARD.with(stage, limit)).client(sink.port());
        DeliveryReport report = client.deliver(Outside.HOP, Outside.message("a@far.test"));
        Outcome outcome = Outside.only(report);
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
        assertThat(outcome.attempt().stage()).isEqualTo(stage);
        assertThat(report.unreachable()).isEqualTo(stage.beforeMail());
        assertThat(sink.received()).isEmpty();
        return outcome.attempt();
    }
}
