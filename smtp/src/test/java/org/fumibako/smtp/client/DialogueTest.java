// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.model.DsnNotify;
import org.fumibako.model.DsnReturn;
import org.fumibako.model.EmailAddress;
import org.fumibako.testkit.Reaction;
import org.fumibako.testkit.ReceivedMail;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said to servers that behave. */
@Timeout(60)
class DialogueTest {
    private final Outside outside = new Outside();

    @AfterEach
    void close() throws Exception {
        outside.close();
    }

    @Test
    void aMessageArrivesAndTheServersWordsComeBack() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        Outcome outcome =
                Outside.only(outside.client(sink.port()).deliver(Outside.HOP, Outside.message("hanako@far.test")));
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(outcome.attempt().words()).isEqualTo("250 2.0.0 taken");
        assertThat(outcome.attempt().host().orElseThrow()).hasToString("mx.far.test[127.0.0.1]:" + sink.port());
        ReceivedMail mail = sink.received().getFirst();
        assertThat(mail.helo()).isEqualTo("EHLO out.near.test");
        assertThat(mail.mail()).isEqualTo("MAIL FROM:<taro@near.test> SIZE=26");
        assertThat(mail.rcpts()).containsExactly("RCPT TO:<hanako@far.test>");
        assertThat(mail.text()).isEqualTo(Outside.MESSAGE);
    }

    @Test
    void everythingUpToDataIsOneWriteWhereCommandsMayBePipelined() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        outside.client(sink.port()).deliver(Outside.HOP, Outside.message("a@far.test", "b@far.test"));
        assertThat(sink.reads())
                .contains(
                        "MAIL FROM:<taro@near.test> SIZE=26\r\nRCPT TO:<a@far.test>\r\nRCPT TO:<b@far.test>\r\nDATA\r\n");
    }

    @Test
    void theChunkGoesWithItsOctetsInOneWriteOnceARecipientWasAccepted() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.offering("CHUNKING"));
        outside.client(sink.port()).deliver(Outside.HOP, Outside.message("a@far.test"));
        assertThat(sink.reads()).contains("BDAT 26 LAST\r\n" + Outside.MESSAGE);
        assertThat(sink.received().getFirst().chunked()).isTrue();
    }

    @Test
    void aServerWithoutExtensionsIsSpokenToStepByStep() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.PLAIN);
        outside.client(sink.port()).deliver(Outside.HOP, Outside.message("a@far.test"));
        assertThat(sink.lines())
                .containsExactly("EHLO out.near.test", "MAIL FROM:<taro@near.test>", "RCPT TO:<a@far.test>", "DATA");
        assertThat(sink.received()).hasSize(1);
    }

    @Test
    void aServerThatDoesNotKnowEhloIsGreetedWithHelo() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.on("EHLO", Reaction.say("502 5.5.1 what?")));
        outside.client(sink.port()).deliver(Outside.HOP, Outside.message("a@far.test"));
        assertThat(sink.received().getFirst().helo()).isEqualTo("HELO out.near.test");
        assertThat(sink.received().getFirst().mail()).isEqualTo("MAIL FROM:<taro@near.test>");
    }

    @Test
    void theNullSenderIsWrittenAsOne() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        Transmission bounce =
                Transmission.of(Optional.empty(), Outside.message("a@far.test").recipients(), Content.of(new byte[0]));
        assertThat(Outside.only(outside.client(sink.port()).deliver(Outside.HOP, bounce)))
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(sink.received().getFirst().mail()).isEqualTo("MAIL FROM:<> SIZE=0");
    }

    @Test
    void eachRecipientHasItsOwnOutcome() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN
                .on("RCPT TO:<gone@", Reaction.say("550 5.1.1 nobody of that name"))
                .on("RCPT TO:<full@", Reaction.say("452 4.2.2 full")));
        DeliveryReport report = outside.client(sink.port())
                .deliver(Outside.HOP, Outside.message("gone@far.test", "full@far.test", "ok@far.test"));
        assertThat(report.results())
                .extracting(result -> result.outcome().getClass().getSimpleName())
                .containsExactly("Refused", "Deferred", "Delivered");
        assertThat(report.results())
                .extracting(result -> result.outcome().attempt().words())
                .containsExactly("550 5.1.1 nobody of that name", "452 4.2.2 full", "250 2.0.0 taken");
        assertThat(sink.received().getFirst().rcpts()).containsExactly("RCPT TO:<ok@far.test>");
    }

    @Test
    void whereEverybodyIsRefusedTheServerGetsAnEmptyMessageToRefuse() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN
                .on("RCPT", Reaction.say("550 5.1.1 nobody"))
                .on("DATA", Reaction.say("354 all the same")));
        SmtpClient client = outside.client(sink.port());
        assertThat(Outside.only(client.deliver(Outside.HOP, Outside.message("a@far.test"))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(sink.lines()).last().isEqualTo(".");
    }

    @Test
    void theSendersWishesArePassedOnToAServerThatKnowsThem() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        Transmission wishes = new Transmission(
                Optional.of(Outside.SENDER),
                List.of(new Recipient(
                        EmailAddress.of("a@far.test"),
                        Set.of(DsnNotify.DELAY, DsnNotify.FAILURE),
                        Optional.of("rfc822;a+b=c@far.test"))),
                Outside.message("x@far.test").content(),
                BodyType.SEVEN_BIT,
                false,
                Optional.of(DsnReturn.HDRS),
                Optional.of("id=7"));
        Outcome outcome = Outside.only(outside.client(sink.port()).deliver(Outside.HOP, wishes));
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(((Outcome.Delivered) outcome).dsn()).isTrue();
        assertThat(sink.received().getFirst().mail()).endsWith(" RET=HDRS ENVID=id+3D7");
        assertThat(sink.received().getFirst().rcpts())
                .containsExactly("RCPT TO:<a@far.test> NOTIFY=FAILURE,DELAY ORCPT=rfc822;a+2Bb+3Dc@far.test");
    }

    @Test
    void moreRecipientsThanFitGoInSeveralTransactionsOfOneSession() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        String[] many =
                IntStream.range(0, 250).mapToObj(i -> "r" + i + "@far.test").toArray(String[]::new);
        DeliveryReport report = outside.client(sink.port()).deliver(Outside.HOP, Outside.message(many));
        assertThat(report.results()).allMatch(result -> result.outcome() instanceof Outcome.Delivered);
        assertThat(sink.received()).extracting(mail -> mail.rcpts().size()).containsExactly(100, 100, 50);
        assertThat(sink.connections()).isEqualTo(1);
    }

    @Test
    void aServersOwnLimitsCount() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.offering("LIMITS RCPTMAX=2 MAILMAX=1"));
        DeliveryReport report = outside.client(sink.port())
                .deliver(Outside.HOP, Outside.message("a@far.test", "b@far.test", "c@far.test"));
        assertThat(report.results()).allMatch(result -> result.outcome() instanceof Outcome.Delivered);
        assertThat(sink.received()).extracting(mail -> mail.rcpts().size()).containsExactly(2, 1);
        assertThat(sink.connections()).isEqualTo(2);
    }

    @Test
    void recipientsForWhomThereWasNoRoomGoAtOnceInTheNextTransaction() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN
                .once("RCPT TO:<b@", Reaction.say("452 4.5.3 too many recipients"))
                .once("RCPT TO:<c@", Reaction.say("452 4.5.3 too many recipients")));
        DeliveryReport report = outside.client(sink.port())
                .deliver(Outside.HOP, Outside.message("a@far.test", "b@far.test", "c@far.test"));
        assertThat(report.results()).allMatch(result -> result.outcome() instanceof Outcome.Delivered);
        assertThat(sink.received()).hasSize(2);
        assertThat(sink.connections()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsTooLargeForTheServerIsNotEvenOffered() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.PLAIN.offering("SIZE 25"));
        Outcome outcome = Outside.only(outside.client(sink.port()).deliver(Outside.HOP, Outside.message("a@far.test")));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome.attempt().status()).hasToString("5.3.4");
        assertThat(outcome.attempt().words()).isEqualTo("the message has 26 octets, and the server takes 25 at most");
        assertThat(sink.lines()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void aMessageThatJustFitsIsSent() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.PLAIN.offering("SIZE 26"));
        outside.client(sink.port()).deliver(Outside.HOP, Outside.message("a@far.test"));
        assertThat(sink.received()).hasSize(1);
    }

    @Test
    void theNextMessageTakesTheSameConnection() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        SmtpClient client = outside.client(sink.port());
        client.deliver(Outside.HOP, Outside.message("a@far.test"));
        client.deliver(Outside.HOP, Outside.message("b@far.test"));
        assertThat(sink.received()).hasSize(2);
        assertThat(sink.connections()).isEqualTo(1);
        assertThat(sink.lines()).doesNotContain("RSET");
    }

    @Test
    void whatAnEarlierMessageLeftUnfinishedIsResetFirst() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.once("RCPT", Reaction.say("550 5.1.1 nobody")));
        SmtpClient client = outside.client(sink.port());
        client.deliver(Outside.HOP, Outside.message("a@far.test"));
        assertThat(Outside.only(client.deliver(Outside.HOP, Outside.message("b@far.test"))))
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(sink.lines()).contains("RSET");
        assertThat(sink.connections()).isEqualTo(1);
    }

    @Test
    void aChunkThatWasRefusedIsResetToo() throws Exception {
        SinkMx sink = outside.exchange(
                SinkScript.MODERN.offering("CHUNKING").once(SinkScript.MESSAGE, Reaction.say("554 5.6.0 no")));
        SmtpClient client = outside.client(sink.port());
        assertThat(Outside.only(client.deliver(Outside.HOP, Outside.message("a@far.test"))))
                .isInstanceOf(Outcome.Refused.class);
        client.deliver(Outside.HOP, Outside.message("b@far.test"));
        assertThat(sink.lines()).contains("RSET");
        assertThat(sink.received()).hasSize(1);
    }

    @Test
    void aConnectionThatNobodyNeedsIsClosedAfterAWhile() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        SmtpClient client = outside.limits(ClientLimits.STANDARD.withReuse(100, Duration.ofMillis(10), 10))
                .client(sink.port());
        client.deliver(Outside.HOP, Outside.message("a@far.test"));
        sink.awaitLine("QUIT");
    }

    @Test
    void noMoreConnectionsAreKeptThanTheLimit() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        SmtpClient client = outside.limits(ClientLimits.STANDARD.withReuse(100, Outside.PATIENT, 0))
                .client(sink.port());
        client.deliver(Outside.HOP, Outside.message("a@far.test"));
        sink.awaitLine("QUIT");
    }

    @Test
    void severalDeliveriesAtATimeHaveConnectionsOfTheirOwn() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        SmtpClient client = outside.client(sink.port());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(() -> client.deliver(Outside.HOP, Outside.message("a@far.test")));
            }
        }
        assertThat(sink.received()).hasSize(200).allMatch(mail -> mail.text().equals(Outside.MESSAGE));
    }

    @Test
    void whatIsGoingOnWhenTheClientClosesIsDeferred() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.on("MAIL", Reaction.hang()));
        SmtpClient client = outside.client(sink.port());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<DeliveryReport> report =
                    threads.submit(() -> client.deliver(Outside.HOP, Outside.message("a@far.test")));
            sink.awaitLine("MAIL");
            client.close();
            assertThat(Outside.only(report.get())).isInstanceOf(Outcome.Deferred.class);
        }
        assertThat(Outside.only(client.deliver(Outside.HOP, Outside.message("a@far.test"))))
                .isInstanceOf(Outcome.Deferred.class);
    }

    @Test
    void aMessageThatCannotBeReadIsTriedLater() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        Content broken = new Content() {
            @Override
            public long size() {
                return 1 << 20;
            }

            @Override
            public InputStream open(long offset, long length) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        Transmission transmission = Transmission.of(
                Optional.of(Outside.SENDER), Outside.message("a@far.test").recipients(), broken);
        DeliveryReport report = outside.client(sink.port()).deliver(Outside.HOP, transmission);
        assertThat(Outside.only(report)).isInstanceOf(Outcome.Deferred.class);
        assertThat(report.unreachable()).isFalse();
    }

    @Test
    void aConnectionIsGivenUpAfterItsShareOfMessages() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        SmtpClient client = outside.limits(ClientLimits.STANDARD.withReuse(2, Outside.PATIENT, 10))
                .client(sink.port());
        for (int i = 0; i < 3; i++) {
            client.deliver(Outside.HOP, Outside.message("a@far.test"));
        }
        assertThat(sink.connections()).isEqualTo(2);
        sink.awaitLine("QUIT");
    }

    @Test
    void aKeptConnectionThatTheServerClosedCostsNothing() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.once(
                SinkScript.MESSAGE, Reaction.say("250 2.0.0 taken\r\n421 4.4.2 idle for too long")));
        SmtpClient client = outside.client(sink.port());
        client.deliver(Outside.HOP, Outside.message("a@far.test"));
        assertThat(Outside.only(client.deliver(Outside.HOP, Outside.message("b@far.test"))))
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(sink.received()).hasSize(2);
        assertThat(sink.connections()).isEqualTo(2);
    }

    @Test
    void goodbyeInsteadOfAnAnswerOverAKeptConnectionCostsNothingEither() throws Exception {
        for (SinkScript script : List.of(SinkScript.MODERN, SinkScript.PLAIN)) {
            SinkMx sink = outside.exchange(script.once("RSET", Reaction.say("421 4.7.28 enough for now")));
            SmtpClient client = outside.client(sink.port());
            client.deliver(Outside.HOP, Outside.message("a@far.test"));
            assertThat(Outside.only(client.deliver(Outside.HOP, Outside.message("b@far.test"))))
                    .isInstanceOf(Outcome.Delivered.class);
        }
    }
}
