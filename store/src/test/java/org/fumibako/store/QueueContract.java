// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.store.TestVolume.HANAKO;
import static org.fumibako.store.TestVolume.ROOMY;
import static org.fumibako.store.TestVolume.TARO;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.model.BodyType;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainName;
import org.fumibako.model.DsnNotify;
import org.fumibako.model.DsnReturn;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.EnhancedStatus;
import org.fumibako.model.SmtpReply;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Appetite;
import org.fumibako.store.queue.Claim;
import org.fumibako.store.queue.Consignment;
import org.fumibako.store.queue.Intake;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueAttempt;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.QueueRow;
import org.fumibako.store.queue.QueuedRecipient;
import org.fumibako.store.queue.RecipientState;
import org.fumibako.store.queue.Settlement;
import org.fumibako.store.queue.Steering;
import org.junit.jupiter.api.Test;

/** What the queue for other servers promises, whatever its index lies in. */
interface QueueContract {
    SmtpReply BUSY = SmtpReply.of(450, "4.7.1", "come back\nlater");

    TestVolume volume();

    @Test
    default void whatIsQueuedIsClaimedOnceWithEverythingThatWasSaidOfIt() throws IOException {
        QueueEnvelope envelope = new QueueEnvelope(
                Optional.of(EmailAddress.of("taro@example.test")),
                BodyType.EIGHT_BIT,
                true,
                Optional.of(DsnReturn.HDRS),
                Optional.of("QQ 314159"));
        Addressee addressee = new Addressee(
                EmailAddress.of("\"a b\"@far.test"),
                Set.of(DsnNotify.SUCCESS, DsnNotify.DELAY),
                Optional.of("rfc822;a b@far.test"));
        post(new Posting(envelope, List.of(addressee), owner(), 6, expires()), "Trace:hello\r\n");
        volume().reopen();
        List<Claim> claims = claim();
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.domain()).isEqualTo(DomainName.of("far.test"));
            assertThat(claim.positions()).containsExactly(0);
        });
        assertThat(claim()).isEmpty();
        try (Consignment taken = queue().take(claims.getFirst()).orElseThrow()) {
            assertThat(taken.message().envelope()).isEqualTo(envelope);
            assertThat(taken.message().owner()).isEqualTo(owner());
            assertThat(taken.message().acceptedAt()).isEqualTo(now());
            assertThat(taken.recipients())
                    .extracting(QueuedRecipient::addressee)
                    .containsExactly(addressee);
            assertThat(taken.content().size())
                    .isEqualTo(7)
                    .isEqualTo(taken.message().size());
            assertThat(taken.content().bytes()).asString().isEqualTo("hello\r\n");
        }
    }

    @Test
    default void oneMessageIsFiledAndQueuedTogetherOrNotAtAll() {
        Append.Filing roomy = volume().filing(TARO, SpecialUse.INBOX, ROOMY);
        Append.Filing full = volume().filing(HANAKO, SpecialUse.INBOX, new ByteSize(1));
        Posting posting = posting("a@far.test");
        assertThat(append(posting, "both", roomy, full))
                .containsExactly(new Append.Outcome.Withdrawn(), new Append.Outcome.OverQuota());
        assertThat(queue().count(QueueFilter.ALL)).isEmpty();
        assertThat(append(posting, "both", roomy)).singleElement().isInstanceOf(Append.Outcome.Filed.class);
        assertThat(queue().count(QueueFilter.ALL)).isEqualTo(Map.of(RecipientState.WAITING, 1L));
        assertThat(events()).filteredOn(OutgoingEvent.Queued.class::isInstance).hasSize(1);
    }

    @Test
    default void oneMessageGoesSeveralWaysAndIsStoredOnce() throws IOException {
        Append.Filing kept = volume().filing(TARO, SpecialUse.INBOX, ROOMY);
        Posting one = posting("a@one.test");
        Posting two = new Posting(
                QueueEnvelope.of(Optional.empty()),
                List.of(Addressee.of(EmailAddress.of("b@one.test"))),
                owner(),
                8,
                expires());
        Content content = Mail.of("Trace: x\r\nhello");
        Append append = new Append(
                content, Mail.summary(content), List.of(kept), Optional.empty(), Mail.ORIGIN, List.of(one, two));
        volume().store().append(List.of(append), true);
        assertThat(queue().list(QueueFilter.ALL, 10))
                .extracting(row -> row.message().envelope().sender().isPresent())
                .containsExactly(true, false);
        assertThat(volume().store().fsck(words -> {}).contents()).isOne();
        volume().reopen();
        List<Claim> claims = claim();
        assertThat(claims).hasSize(2);
        settle(claims.getFirst(), new Settlement.Result.Delivered(true), delivered());
        try (Consignment left = queue().take(claims.getLast()).orElseThrow()) {
            assertThat(left.content().size()).isEqualTo(left.message().size());
        }
    }

    @Test
    default void wayThatNobodyHasRoomForIsToldOfBesideOneThatIsHandedOver() {
        TestIntake intake = new TestIntake(2);
        queue().intake(intake);
        Content content = Mail.of("x");
        Append append = new Append(
                content,
                Mail.summary(content),
                List.of(),
                Optional.empty(),
                Mail.ORIGIN,
                List.of(posting("a@one.test"), posting("b@two.test", "c@two.test")));
        volume().store().append(List.of(append), true);
        assertThat(intake.taken).hasSize(1);
        assertThat(intake.woken).isOne();
        assertThat(claim()).extracting(Claim::domain).containsExactly(DomainName.of("two.test"));
    }

    @Test
    default void theLastDeliveryEndsTheMessage() {
        post("a@one.test", "b@two.test");
        for (Claim claim : claim()) {
            settle(claim, new Settlement.Result.Delivered(true), delivered());
        }
        assertThat(queue().count(QueueFilter.ALL)).isEmpty();
        assertThat(queue().nextDue()).isEmpty();
        assertThat(events())
                .filteredOn(OutgoingEvent.Delivered.class::isInstance)
                .hasSize(2);
    }

    @Test
    default void aDeferredRecipientComesBackWhenItsTimeHasCome() {
        post("a@one.test", "b@two.test");
        List<Claim> claims = claim();
        Instant next = now().plus(Duration.ofMinutes(5));
        settle(claims.getFirst(), new Settlement.Result.Delivered(true), delivered());
        settle(claims.getLast(), new Settlement.Result.Deferred(next, true), deferred());
        assertThat(claim()).isEmpty();
        assertThat(queue().nextDue()).contains(next);
        volume().clock.advance(Duration.ofMinutes(5));
        Claim again = claim().getFirst();
        assertThat(again.positions()).containsExactly(1);
        try (Consignment taken = queue().take(again).orElseThrow()) {
            assertThat(taken.recipients()).singleElement().satisfies(recipient -> {
                assertThat(recipient.attempts()).isOne();
                assertThat(recipient.delayTold()).isTrue();
            });
        }
        assertThat(queue().attempts(again.queueId(), 1)).singleElement().satisfies(attempt -> {
            assertThat(attempt.reply()).contains(BUSY);
            assertThat(attempt.server()).isEqualTo("mx.far.test[192.0.2.1]:25");
        });
        assertThat(queue().count(QueueFilter.ALL))
                .isEqualTo(Map.of(RecipientState.DELIVERED, 1L, RecipientState.WAITING, 1L));
    }

    @Test
    default void onlyTheLatestAttemptsAreKept() {
        post("a@one.test");
        for (int i = 0; i < 2 * QueueAttemptRows.KEPT + 3; i++) {
            settle(claim().getFirst(), new Settlement.Result.Deferred(now(), false), deferred());
        }
        List<QueueRow> rows = queue().list(QueueFilter.ALL, 10);
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.recipient().attempts()).isEqualTo(2 * QueueAttemptRows.KEPT + 3);
            assertThat(row.last()).map(QueueAttempt::words).contains("450 4.7.1 come back later");
        });
        assertThat(queue().attempts(rows.getFirst().message().queueId(), 0)).hasSize(QueueAttemptRows.KEPT);
    }

    @Test
    default void whatASenderClaimedThatIsGoneIsDueAgain() {
        post("a@one.test");
        Claim lost = claim().getFirst();
        volume().clock.advance(OutboundQueue.CLAIM);
        Claim taken = claim().getFirst();
        assertThat(queue().take(lost)).isEmpty();
        queue().takeOver();
        assertThat(queue().take(taken)).isEmpty();
        assertThat(claim()).hasSize(1);
    }

    @Test
    default void aClaimThatIsGivenBackIsDueAtOnce() {
        post("a@one.test");
        queue().giveBack(claim());
        assertThat(claim()).hasSize(1);
    }

    @Test
    default void lanesAndDomainsThatHaveEnoughAreLeftOut() {
        post("a@one.test", "b@two.test");
        Appetite.Way one = new Appetite.Way(TARO.value(), DomainName.of("one.test"));
        assertThat(queue().claim(new Appetite(10, Map.of(TARO.value(), 5), 5, Map.of(), 5)))
                .isEmpty();
        assertThat(queue().claim(new Appetite(10, Map.of(9L, 5, 8L, 5, 6L, 5), 5, Map.of(one, 5), 5)))
                .extracting(Claim::domain)
                .containsExactly(DomainName.of("two.test"));
    }

    @Test
    default void noLaneAndNoWayGetsMoreThanItsShare() {
        post("a@one.test", "b@two.test", "c@one.test", "d@one.test", "e@two.test");
        assertThat(queue().claim(new Appetite(
                        10, Map.of(), 10, Map.of(new Appetite.Way(TARO.value(), DomainName.of("one.test")), 1), 2)))
                .extracting(Claim::positions)
                .containsExactlyInAnyOrder(List.of(0), List.of(1, 4));
        assertThat(queue().claim(new Appetite(10, Map.of(TARO.value(), 4), 5, Map.of(), 10)))
                .extracting(Claim::positions)
                .containsExactly(List.of(2));
        assertThat(queue().claim(Appetite.of(10))).hasSize(1);
    }

    @Test
    default void newMailIsHandedToWhoeverHasRoomForIt() {
        TestIntake intake = new TestIntake(2);
        queue().intake(intake);
        post("a@one.test", "b@one.test");
        post("c@one.test");
        assertThat(intake.taken)
                .singleElement()
                .satisfies(claim -> assertThat(claim.positions()).containsExactly(0, 1));
        assertThat(intake.woken).isOne();
        assertThat(claim())
                .singleElement()
                .satisfies(claim -> assertThat(claim.positions()).containsExactly(0));
        try (Consignment taken = queue().take(intake.taken.getFirst()).orElseThrow()) {
            assertThat(taken.recipients()).hasSize(2);
        }
    }

    @Test
    default void roomThatWasReservedInVainIsGivenBack() {
        TestIntake intake = new TestIntake(1);
        queue().intake(intake);
        append(posting("a@one.test"), "x", volume().filing(TARO, SpecialUse.INBOX, new ByteSize(0)));
        assertThat(intake.room).isOne();
        post("b@one.test");
        assertThat(intake.taken).hasSize(1);
    }

    @Test
    default void whatIsHeldWaitsUntilItIsReleased() {
        post("a@one.test", "b@two.test");
        List<Claim> claims = claim();
        assertThat(steer(Steering.HOLD, QueueFilter.ALL.to(DomainName.of("one.test"))))
                .isOne();
        assertThat(queue().take(claims.getFirst())).isEmpty();
        assertThat(queue().take(claims.getLast())).isPresent().get().satisfies(Consignment::close);
        volume().clock.advance(Duration.ofDays(30));
        assertThat(claim()).extracting(Claim::domain).containsExactly(DomainName.of("two.test"));
        assertThat(steer(Steering.RELEASE, QueueFilter.ALL)).isOne();
        assertThat(claim()).extracting(Claim::domain).containsExactly(DomainName.of("one.test"));
    }

    @Test
    default void whatIsCancelledIsGoneAndLaterOutcomesAreOnlyRecorded() {
        post("a@one.test");
        Claim claim = claim().getFirst();
        try (Consignment taken = queue().take(claim).orElseThrow()) {
            assertThat(steer(Steering.CANCEL, QueueFilter.ALL)).isOne();
            settle(taken, new Settlement.Result.Deferred(now(), false), deferred());
            settle(taken, new Settlement.Result.Delivered(true), delivered());
        }
        assertThat(queue().count(QueueFilter.ALL)).isEmpty();
        assertThat(queue().attempts(claim.queueId(), 0)).isEmpty();
        assertThat(events())
                .hasSize(4)
                .hasAtLeastOneElementOfType(OutgoingEvent.Cancelled.class)
                .hasAtLeastOneElementOfType(OutgoingEvent.Delivered.class);
    }

    @Test
    default void retryMakesWhatWaitsDueNow() {
        post("a@one.test");
        settle(claim().getFirst(), new Settlement.Result.Deferred(now().plusSeconds(600), false), deferred());
        assertThat(steer(Steering.RETRY, QueueFilter.ALL.message(1))).isZero();
        assertThat(steer(Steering.RETRY, QueueFilter.ALL)).isOne();
        assertThat(claim()).hasSize(1);
    }

    @Test
    default void peopleSeeAndSteerOnlyWhatIsTheirs() {
        post("a@one.test");
        assertThat(queue().list(QueueFilter.ALL.of(HANAKO), 10)).isEmpty();
        assertThat(steer(Steering.CANCEL, QueueFilter.ALL.of(new CustomerId(4))))
                .isZero();
        assertThat(queue().list(QueueFilter.ALL.of(TARO).of(new CustomerId(3)), 10))
                .singleElement()
                .satisfies(row -> assertThat(row.subject()).isEqualTo("subject"));
    }

    @Test
    default void theQueueIsSeenBySenderAndByDestination() {
        post("a@one.test", "b@two.test", "c@one.test");
        Claim claim = claim().getFirst();
        settle(claim, new Settlement.Result.Deferred(now().plusSeconds(600), false), deferred());
        steer(Steering.HOLD, QueueFilter.ALL.to(DomainName.of("two.test")));
        assertThat(queue().senders(QueueFilter.ALL.of(new CustomerId(3)))).containsExactly(TARO);
        assertThat(queue().senders(QueueFilter.ALL.of(new CustomerId(4)))).isEmpty();
        assertThat(queue().list(QueueFilter.ALL.among(Set.of(TARO, HANAKO)), 10))
                .hasSize(3);
        assertThat(queue().list(QueueFilter.ALL.among(Set.of(HANAKO)), 10)).isEmpty();
        assertThat(queue().list(QueueFilter.ALL.among(Set.of()), 10)).isEmpty();
        assertThat(queue().destinations(QueueFilter.ALL, 10))
                .satisfiesExactly(
                        one -> {
                            assertThat(one.domain()).isEqualTo(DomainName.of("one.test"));
                            assertThat(one.waiting()).isEqualTo(2);
                            assertThat(one.next()).contains(now().plusSeconds(600));
                            assertThat(one.last()).map(QueueAttempt::words).contains("450 4.7.1 come back later");
                        },
                        two -> {
                            assertThat(two.held()).isOne();
                            assertThat(two.waiting()).isZero();
                            assertThat(two.next()).isEmpty();
                            assertThat(two.last()).isEmpty();
                        });
        assertThat(queue().destinations(QueueFilter.ALL, 1)).hasSize(1);
    }

    @Test
    default void aNotificationIsFiledWithTheOutcomeThatItTellsOf() throws Exception {
        post("a@one.test");
        Append notice = Mail.append(Mail.of("sorry"), volume().filing(TARO, SpecialUse.INBOX, ROOMY));
        try (Consignment taken = queue().take(claim().getFirst()).orElseThrow()) {
            queue().settle(List.of(settlement(taken, new Settlement.Result.Failed(), deferred())), List.of(notice));
        }
        assertThat(volume().snapshot(TARO, SpecialUse.INBOX).size()).isOne();
        assertThat(queue().count(QueueFilter.ALL)).isEmpty();
    }

    @Test
    default void aNotificationCanBeQueuedToo() {
        post("a@one.test");
        Content content = Mail.of("sorry");
        Append notice = new Append(
                content,
                Mail.summary(content),
                List.of(),
                Optional.empty(),
                Mail.ORIGIN,
                Optional.of(posting("sender@far.test")));
        try (Consignment taken = queue().take(claim().getFirst()).orElseThrow()) {
            queue().settle(List.of(settlement(taken, new Settlement.Result.Expired(), deferred())), List.of(notice));
        }
        assertThat(claim()).extracting(Claim::domain).containsExactly(DomainName.of("far.test"));
    }

    @Test
    default void moreThanOneBatchIsSteeredAtOnce() {
        String[] many = new String[SteerChange.BATCH + 7];
        Arrays.setAll(many, i -> "u" + i + "@one.test");
        post(many);
        assertThat(steer(Steering.CANCEL, QueueFilter.ALL)).isEqualTo(many.length);
        assertThat(queue().count(QueueFilter.ALL)).isEmpty();
    }

    private OutboundQueue queue() {
        return volume().store().queue();
    }

    private Instant now() {
        return volume().clock.instant();
    }

    private Instant expires() {
        return now().plus(Duration.ofDays(5));
    }

    private static Owner owner() {
        return new Owner(Optional.of(TARO), Optional.of(new CustomerId(3)));
    }

    private Posting posting(String... addresses) {
        List<Addressee> addressees = Arrays.stream(addresses)
                .map(EmailAddress::of)
                .map(Addressee::of)
                .toList();
        QueueEnvelope envelope = QueueEnvelope.of(Optional.of(EmailAddress.of("taro@example.test")));
        return new Posting(envelope, addressees, owner(), 0, expires());
    }

    private void post(String... addresses) {
        post(posting(addresses), "subject");
    }

    private void post(Posting posting, String text) {
        append(posting, text);
    }

    private List<Append.Outcome> append(Posting posting, String text, Append.Filing... filings) {
        Content content = Mail.of(text);
        Append append = new Append(
                content, Mail.summary(content), List.of(filings), Optional.empty(), Mail.ORIGIN, Optional.of(posting));
        return volume().store().append(List.of(append), true).getFirst();
    }

    private List<Claim> claim() {
        return queue().claim(Appetite.of(1000));
    }

    private void settle(Claim claim, Settlement.Result result, QueueAttempt attempt) {
        try (Consignment taken = queue().take(claim).orElseThrow()) {
            settle(taken, result, attempt);
        }
    }

    private void settle(Consignment taken, Settlement.Result result, QueueAttempt attempt) {
        queue().settle(List.of(settlement(taken, result, attempt)), List.of());
    }

    private static Settlement settlement(Consignment taken, Settlement.Result result, QueueAttempt attempt) {
        return new Settlement(taken.message(), taken.recipients().getFirst(), result, attempt);
    }

    private QueueAttempt delivered() {
        SmtpReply reply = SmtpReply.of(250, "2.0.0", "thanks");
        return new QueueAttempt(now(), "mx", "TLSv1.3", EnhancedStatus.of("2.0.0"), Optional.of(reply), "250 thanks");
    }

    private QueueAttempt deferred() {
        return new QueueAttempt(
                now(),
                "mx.far.test[192.0.2.1]:25",
                "",
                EnhancedStatus.of("4.7.1"),
                Optional.of(BUSY),
                "450 4.7.1 come back later");
    }

    private long steer(Steering what, QueueFilter filter) {
        return queue().steer(what, filter, Mail.ORIGIN);
    }

    private List<JournalEvent> events() {
        volume().journal().flush();
        return volume().journal().read(JournalQuery.latest(1000)).stream()
                .map(JournalRow::event)
                .filter(OutgoingEvent.class::isInstance)
                .toList();
    }

    /** A sender that has room for a few recipients and never sends. */
    final class TestIntake implements Intake {
        final List<Claim> taken = new ArrayList<>();
        int room;
        int woken;

        TestIntake(int room) {
            this.room = room;
        }

        @Override
        public boolean reserve(long lane, int recipients) {
            if (recipients > room) {
                return false;
            }
            room -= recipients;
            return true;
        }

        @Override
        public void take(Claim claim) {
            taken.add(claim);
        }

        @Override
        public void forgo(long lane, int recipients) {
            room += recipients;
        }

        @Override
        public void wake() {
            woken++;
        }
    }
}
