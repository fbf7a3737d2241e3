// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.fumibako.journal.Origin;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.model.DsnNotify;
import org.fumibako.model.DsnReturn;
import org.fumibako.model.EmailAddress;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Appetite;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.Steering;
import org.fumibako.testkit.Reaction;
import org.fumibako.testkit.ReceivedMail;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of mail in the queue, with servers that behave and servers that do not. */
class QueueRunnerTest {
    private static final Reaction BUSY = Reaction.say("450 4.2.1 not <now>");

    private PostOffice office;

    @BeforeEach
    void open() throws IOException {
        office = new PostOffice();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void newMailIsSentAtOnceAndOnce() throws Exception {
        SinkMx sink = office.sink("far.test", SinkScript.MODERN);
        office.start(PostOffice.CONFIG);
        office.post("a@far.test", "b@far.test");
        ReceivedMail mail = sink.await(1).getFirst();
        assertThat(mail.rcpts()).hasSize(2);
        assertThat(mail.text()).endsWith("\r\n\r\nHello.\r\n");
        office.awaitEmpty();
        assertThat(sink.received()).hasSize(1);
        assertThat(office.events(OutgoingEvent.Delivered.class))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.server()).startsWith("mx.far.test[127.0.0.1]:"));
    }

    @Test
    void whatWasQueuedBeforeTheStartIsSent() throws Exception {
        SinkMx sink = office.sink("far.test", SinkScript.MODERN);
        office.post("a@far.test");
        assertThat(office.queue().claim(Appetite.of(10))).hasSize(1);
        office.start(PostOffice.CONFIG);
        sink.await(1);
        office.awaitEmpty();
    }

    @Test
    void aBusyServerIsAskedAgainAfterAMinuteThenAfterFive() throws Exception {
        SinkMx sink =
                office.sink("far.test", SinkScript.MODERN.once("RCPT", BUSY).once("RCPT TO", BUSY));
        QueueRunner runner = office.start(PostOffice.CONFIG);
        office.post("a@far.test");
        office.awaitRest(runner);
        office.advance(runner, Duration.ofMinutes(1));
        PostOffice.await(() -> office.events(OutgoingEvent.Deferred.class).size() == 2);
        office.awaitRest(runner);
        assertThat(office.queue().nextDue()).contains(office.clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(sink.received()).isEmpty();
        office.advance(runner, Duration.ofMinutes(5));
        sink.await(1);
        office.awaitEmpty();
        assertThat(office.inbox()).isEmpty();
    }

    @Test
    void whatIsRefusedComesBackWithTheWordsOfTheServer() throws Exception {
        office.sink("far.test", SinkScript.MODERN.on("RCPT", Reaction.say("550 5.1.1 no <such> user")));
        office.start(PostOffice.CONFIG);
        office.post("a@far.test");
        office.awaitEmpty();
        assertThat(office.inbox())
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .contains("Final-Recipient: rfc822; a@far.test\r\n")
                        .contains("Action: failed\r\n")
                        .contains("Status: 5.1.1\r\n")
                        .contains("Diagnostic-Code: smtp; 550 5.1.1 no <such> user\r\n")
                        .contains("Auto-Submitted: auto-replied\r\n"));
        assertThat(office.events(OutgoingEvent.Bounced.class)).hasSize(1);
    }

    @Test
    void aSenderIsToldOnceAfterFourHoursAndAgainAtTheEnd() throws Exception {
        office.sink("far.test", SinkScript.MODERN.on("MAIL", BUSY));
        QueueRunner runner = office.start(PostOffice.CONFIG);
        office.post("a@far.test");
        office.awaitRest(runner);
        for (int hours = 1; hours <= 3; hours++) {
            next(runner, Duration.ofHours(1));
        }
        assertThat(office.inbox()).isEmpty();
        next(runner, Duration.ofHours(1));
        next(runner, Duration.ofHours(4));
        assertThat(office.inbox())
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .contains("Action: delayed\r\n")
                        .contains("Status: 4.2.1\r\n")
                        .contains("Will-Retry-Until: Mon, 30 Nov 2026 00:00:00 +0000\r\n"));
        office.advance(runner, Duration.ofDays(5));
        office.awaitEmpty();
        assertThat(office.inbox())
                .hasSize(2)
                .last()
                .satisfies(notice ->
                        assertThat(notice).contains("Action: failed\r\n").contains("Status: 5.2.1\r\n"));
        assertThat(office.events(OutgoingEvent.Expired.class)).hasSize(1);
    }

    private void next(QueueRunner runner, Duration wait) {
        int before = office.events(OutgoingEvent.Deferred.class).size();
        office.advance(runner, wait);
        PostOffice.await(() -> office.events(OutgoingEvent.Deferred.class).size() > before);
        office.awaitRest(runner);
    }

    @Test
    void theNullSenderIsToldNothing() throws Exception {
        office.sink("far.test", SinkScript.MODERN.on("RCPT", Reaction.say("550 no")));
        office.start(PostOffice.CONFIG);
        office.post(Optional.empty(), Owner.NOBODY, "a@far.test");
        office.awaitEmpty();
        assertThat(office.inbox()).isEmpty();
    }

    @Test
    void aSenderElsewhereIsToldThroughTheQueue() throws Exception {
        SinkMx sink = office.sink("far.test", SinkScript.MODERN.on("RCPT TO:<no@", Reaction.say("550 no")));
        office.start(PostOffice.CONFIG);
        office.post(Optional.of(EmailAddress.of("b@far.test")), Owner.NOBODY, "no@far.test");
        ReceivedMail notice = sink.await(1).getFirst();
        assertThat(notice.mail()).startsWith("MAIL FROM:<>");
        assertThat(notice.rcpts()).singleElement().asString().startsWith("RCPT TO:<b@far.test>");
        office.awaitEmpty();
    }

    @Test
    void wishesAboutNotificationsAreKept() throws Exception {
        SinkMx sink = office.sink("far.test", SinkScript.PLAIN.on("RCPT TO:<no@", Reaction.say("550 5.1.1 nobody")));
        office.start(PostOffice.CONFIG);
        office.post(
                PostOffice.envelope(DsnReturn.FULL),
                Owner.NOBODY,
                List.of(
                        new Addressee(EmailAddress.of("no@far.test"), Set.of(DsnNotify.NEVER), Optional.empty()),
                        new Addressee(
                                EmailAddress.of("yes@far.test"),
                                Set.of(DsnNotify.SUCCESS),
                                Optional.of("rfc822;first@old.test"))));
        sink.await(1);
        office.awaitEmpty();
        assertThat(office.inbox())
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .contains("Original-Envelope-Id: ENV 1\r\n")
                        .contains("Original-Recipient: rfc822; first@old.test\r\n")
                        .contains("Action: relayed\r\n")
                        .doesNotContain("no@far.test"));
    }

    @Test
    void aServerThatDropsTheReplyGetsTheMessageOnceMore() throws Exception {
        SinkMx sink = office.sink("far.test", SinkScript.MODERN.once(SinkScript.MESSAGE, Reaction.drop()));
        QueueRunner runner = office.start(PostOffice.CONFIG);
        office.post("a@far.test");
        office.awaitRest(runner);
        office.advance(runner, Duration.ofMinutes(1));
        ReceivedMail mail = sink.await(1).getFirst();
        assertThat(mail.text()).contains("Message-ID: <1@near.test>\r\n");
        office.awaitEmpty();
        assertThat(sink.lines()).filteredOn(line -> line.startsWith("MAIL")).hasSize(2);
    }

    @Test
    void aDeadDestinationDoesNotHoldUpOthers() throws Exception {
        office.dead("dead.test");
        SinkMx sink = office.sink("far.test", SinkScript.MODERN);
        QueueRunner runner = office.start(PostOffice.CONFIG);
        IntStream.range(0, 60).forEach(i -> office.post("u" + i + "@dead.test"));
        IntStream.range(0, 5).forEach(i -> office.post("u" + i + "@far.test"));
        sink.await(5);
        office.awaitRest(runner);
        assertThat(office.events(OutgoingEvent.Deferred.class)).hasSize(60);
        assertThat(office.dns.questions())
                .as("questions, for a few of sixty messages")
                .isLessThan(60);
    }

    @Test
    void aBacklogLargerThanTheWindowIsSentWhole() throws Exception {
        SinkMx sink = office.sink("far.test", SinkScript.MODERN);
        IntStream.range(0, 300).forEach(i -> office.post("u" + i + "@far.test"));
        office.start(PostOffice.CONFIG.withWindow(40));
        sink.await(300);
        office.awaitEmpty();
        assertThat(sink.received()).hasSize(300);
    }

    @Test
    void thousandsOfOneSenderDoNotHoldUpTheFewOfAnother() throws Exception {
        SinkMx sink = office.sink("far.test", SinkScript.MODERN);
        IntStream.range(0, 400)
                .forEach(i -> office.post(Optional.of(PostOffice.TARO), PostOffice.lane(1), "bulk" + i + "@far.test"));
        office.post(Optional.of(PostOffice.TARO), PostOffice.lane(2), "few@far.test");
        office.start(PostOffice.CONFIG.withWindow(40).withConnections(2, 2));
        List<ReceivedMail> all = sink.await(401);
        int place = IntStream.range(0, all.size())
                .filter(i -> all.get(i).rcpts().getFirst().startsWith("RCPT TO:<few@"))
                .findFirst()
                .orElseThrow();
        assertThat(place).isLessThan(100);
        office.awaitEmpty();
    }

    @Test
    void aMessageToManyGoesInOneTransaction() throws Exception {
        SinkMx sink = office.sink("far.test", SinkScript.MODERN);
        office.start(PostOffice.CONFIG);
        String[] many = new String[80];
        Arrays.setAll(many, i -> "u" + i + "@far.test");
        office.post(many);
        assertThat(sink.await(1).getFirst().rcpts()).hasSize(80);
        office.awaitEmpty();
    }

    @Test
    void whatIsHeldIsNotSentUntilItIsReleased() throws Exception {
        SinkMx sink = office.sink("far.test", SinkScript.MODERN.once("RCPT", BUSY));
        QueueRunner runner = office.start(PostOffice.CONFIG);
        office.post("a@far.test");
        office.awaitRest(runner);
        assertThat(office.queue().steer(Steering.HOLD, QueueFilter.ALL, Origin.system("test")))
                .isOne();
        office.advance(runner, Duration.ofDays(1));
        office.awaitRest(runner);
        assertThat(sink.received()).isEmpty();
        office.queue().steer(Steering.RELEASE, QueueFilter.ALL, Origin.system("test"));
        sink.await(1);
        office.awaitEmpty();
    }

    @Test
    void whatIsCutOffAtTheEndIsSentByTheNextRunner() throws Exception {
        SinkMx sink = office.sink("far.test", SinkScript.MODERN.once("DATA", Reaction.hang()));
        QueueRunner runner = office.start(PostOffice.CONFIG);
        office.post("a@far.test");
        sink.awaitLine("DATA");
        runner.close(Duration.ZERO);
        office.start(PostOffice.CONFIG);
        assertThat(sink.await(1)).hasSize(1);
        office.awaitEmpty();
    }

    @Test
    void mailThatNeedsUtf8IsRefusedWhereItCannotGo() throws Exception {
        office.sink("far.test", SinkScript.PLAIN);
        office.start(PostOffice.CONFIG);
        QueueEnvelope envelope = new QueueEnvelope(
                Optional.of(PostOffice.TARO),
                org.fumibako.model.BodyType.EIGHT_BIT,
                true,
                Optional.empty(),
                Optional.empty());
        office.post(envelope, Owner.NOBODY, List.of(Addressee.of(EmailAddress.of("太郎@far.test"))));
        office.awaitEmpty();
        assertThat(office.inbox())
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .contains("message/global-delivery-status")
                        .contains("Final-Recipient: utf-8; 太郎@far.test\r\n"));
    }
}
