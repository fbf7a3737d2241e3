// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fumibako.store.TestVolume.HANAKO;
import static org.fumibako.store.TestVolume.ROOMY;
import static org.fumibako.store.TestVolume.TARO;
import static org.fumibako.store.TestVolume.uids;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.junit.jupiter.api.Test;

/** What a message store promises, whatever its index lies in. */
interface MessageStoreContract {
    TestVolume volume();

    @Test
    default void anAccountHasItsFiveMailboxesSubscribed() {
        List<Mailbox> mailboxes = volume().store().mailboxes(TARO);
        assertThat(mailboxes).extracting(Mailbox::name).containsExactly("INBOX", "Drafts", "Junk", "Sent", "Trash");
        assertThat(mailboxes).allMatch(Mailbox::subscribed).allMatch(mailbox -> mailbox.highestModSeq() >= 1);
        assertThat(volume().store().subscriptions(TARO)).hasSize(5);
    }

    @Test
    default void creatingAnAccountAgainChangesNothing() {
        List<Mailbox> before = volume().store().mailboxes(TARO);
        volume().store().createAccount(TARO);
        assertThat(volume().store().mailboxes(TARO)).isEqualTo(before);
    }

    @Test
    default void whatWasFiledIsThereByteForByteAfterReopening() throws Exception {
        Append.Outcome.Filed filed =
                volume().file(TARO, SpecialUse.INBOX, "hello\r\n\r\nworld\r\n", "\\Flagged", "Work");
        volume().reopen();
        MailboxSnapshot snapshot = volume().snapshot(TARO, SpecialUse.INBOX);
        assertThat(snapshot.size()).isOne();
        assertThat(snapshot.uid(0)).isEqualTo(filed.uid()).isOne();
        assertThat(snapshot.modSeq(0)).isEqualTo(filed.modSeq()).isEqualTo(snapshot.highestModSeq());
        assertThat(snapshot.flags(0)).isEqualTo(Flags.of("\\Flagged", "work"));
        assertThat(snapshot.messageSize(0)).isEqualTo(16);
        try (Content content = volume().store().content(TARO, filed.contentId())) {
            assertThat(content.bytes()).asString().isEqualTo("hello\r\n\r\nworld\r\n");
        }
    }

    @Test
    default void oneMessageForManyMailboxesIsStoredOnce() throws Exception {
        Content content = Mail.of("to both\r\n");
        Append append = Mail.append(
                content,
                volume().filing(TARO, SpecialUse.INBOX, ROOMY),
                volume().filing(HANAKO, SpecialUse.INBOX, ROOMY),
                volume().filing(HANAKO, SpecialUse.SENT, ROOMY));
        List<Append.Outcome> outcomes =
                volume().store().append(List.of(append), true).getFirst();
        assertThat(outcomes)
                .extracting(outcome -> ((Append.Outcome.Filed) outcome).contentId())
                .hasSize(3)
                .containsOnly(((Append.Outcome.Filed) outcomes.getFirst()).contentId());
        assertThat(volume().store().usage(HANAKO)).isEqualTo(new MessageStore.Usage(new ByteSize(18), 2));
    }

    @Test
    default void anotherAccountCannotReadTheContent() {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "private");
        assertThatThrownBy(() -> volume().store().content(HANAKO, filed.contentId()))
                .isInstanceOf(StoreException.class);
    }

    @Test
    default void aMailboxIsReachedOnlyThroughItsAccount() throws Exception {
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        assertThat(volume().store().snapshot(TARO, inbox.id()).size()).isZero();
        assertThatThrownBy(() -> volume().store().snapshot(HANAKO, inbox.id()))
                .isInstanceOfSatisfying(
                        MailboxException.class,
                        e -> assertThat(e.reason()).isEqualTo(MailboxException.Reason.NONEXISTENT));
    }

    @Test
    default void aFullAccountRefusesTheOneMessageThatDoesNotFit() {
        Content ten = Mail.of("0123456789");
        Append.Filing exact = volume().filing(TARO, SpecialUse.INBOX, new ByteSize(10));
        assertThat(volume().file(exact, ten)).isInstanceOf(Append.Outcome.Filed.class);
        Append.Filing oneShort = volume().filing(TARO, SpecialUse.SENT, new ByteSize(19));
        assertThat(volume().file(oneShort, ten)).isEqualTo(new Append.Outcome.OverQuota());
        Append.Filing again = volume().filing(TARO, SpecialUse.SENT, new ByteSize(20));
        assertThat(volume().file(again, ten)).isInstanceOf(Append.Outcome.Filed.class);
    }

    @Test
    default void allOrNothingKeepsNothingWhenOneFilingFails() {
        Append first = Mail.append(Mail.of("0123456789"), volume().filing(TARO, SpecialUse.INBOX, ROOMY));
        Append second = Mail.append(Mail.of("0123456789"), volume().filing(TARO, SpecialUse.INBOX, new ByteSize(19)));
        assertThat(volume().store().append(List.of(first, second), true))
                .containsExactly(List.of(new Append.Outcome.Withdrawn()), List.of(new Append.Outcome.OverQuota()));
        assertThat(volume().store().usage(TARO).messages()).isZero();
        assertThat(volume().mailbox(TARO, SpecialUse.INBOX).uidNext()).isOne();
    }

    @Test
    default void aFilingIntoNoMailboxDoesNotDisturbTheOthers() {
        Append.Filing good = volume().filing(TARO, SpecialUse.INBOX, ROOMY);
        Append.Filing bad =
                new Append.Filing(HANAKO, good.mailbox(), Flags.NONE, good.internalDate(), ROOMY, Optional.empty());
        List<Append.Outcome> outcomes = volume().store()
                .append(List.of(Mail.append(Mail.of("x"), bad, good)), false)
                .getFirst();
        assertThat(outcomes.getFirst()).isEqualTo(new Append.Outcome.NoMailbox());
        assertThat(outcomes.getLast()).isInstanceOf(Append.Outcome.Filed.class);
    }

    @Test
    default void flagsAreAddedRemovedAndReplaced() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "a", "\\Flagged");
        volume().file(TARO, SpecialUse.INBOX, "b", "work");
        MessageStore.FlagOutcome added = flags(uids(1, 2), MessageStore.FlagChange.ADD, "\\Seen", "home");
        assertThat(added.done()).isEqualTo(uids(1, 2));
        MailboxSnapshot snapshot = volume().snapshot(TARO, SpecialUse.INBOX);
        assertThat(snapshot.flags(0)).isEqualTo(Flags.of("\\Flagged", "\\Seen", "home"));
        assertThat(snapshot.flags(1)).isEqualTo(Flags.of("\\Seen", "home", "work"));
        assertThat(snapshot.modSeq(0)).isEqualTo(added.highestModSeq());
        flags(uids(2), MessageStore.FlagChange.REMOVE, "home", "\\Seen");
        flags(uids(1), MessageStore.FlagChange.REPLACE, "\\Draft");
        snapshot = volume().snapshot(TARO, SpecialUse.INBOX);
        assertThat(snapshot.flags(0)).isEqualTo(Flags.of("\\Draft"));
        assertThat(snapshot.flags(1)).isEqualTo(Flags.of("work"));
        assertThat(volume().mailbox(TARO, SpecialUse.INBOX).unseen()).isEqualTo(2);
        assertThat(snapshot.firstUnseen()).contains(0);
    }

    @Test
    default void aMessageThatHasTheFlagsKeepsItsModSeq() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "a", "\\Seen");
        MessageStore.FlagOutcome outcome = flags(uids(1), MessageStore.FlagChange.ADD, "\\Seen");
        assertThat(outcome.done()).isEqualTo(uids(1));
        assertThat(outcome.highestModSeq()).isEqualTo(filed.modSeq());
    }

    @Test
    default void aMessageChangedSinceIsLeftAloneAndReported() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "a");
        Append.Outcome.Filed second = volume().file(TARO, SpecialUse.INBOX, "b");
        long before = flags(uids(2), MessageStore.FlagChange.ADD, "\\Seen").highestModSeq() - 1;
        assertThat(before).isEqualTo(second.modSeq());
        MessageStore.FlagOutcome outcome = volume().store()
                .changeFlags(
                        TARO,
                        volume().mailbox(TARO, SpecialUse.INBOX).id(),
                        UidSet.ALL,
                        MessageStore.FlagChange.ADD,
                        Flags.of("\\Deleted"),
                        Optional.of(before),
                        Mail.ORIGIN);
        assertThat(outcome.done()).isEqualTo(uids(1));
        assertThat(outcome.modified()).isEqualTo(uids(2));
    }

    @Test
    default void oneKeywordTooManyIsRefusedAndChangesNothing() throws Exception {
        String[] most = new String[Flags.MAX_KEYWORDS];
        java.util.Arrays.setAll(most, i -> "k" + i);
        volume().file(TARO, SpecialUse.INBOX, "a", most);
        assertThatThrownBy(() -> flags(uids(1), MessageStore.FlagChange.ADD, "one-more"))
                .isInstanceOfSatisfying(
                        MailboxException.class, e -> assertThat(e.reason()).isEqualTo(MailboxException.Reason.LIMIT));
        assertThat(volume().snapshot(TARO, SpecialUse.INBOX).flags(0)).isEqualTo(Flags.of(most));
    }

    @Test
    default void flagsOfAFewAmongManyTouchOnlyThose() throws Exception {
        for (int i = 0; i < 6; i++) {
            volume().file(TARO, SpecialUse.INBOX, "m" + i);
        }
        flags(uids(1, 3, 4, 6), MessageStore.FlagChange.ADD, "\\Seen");
        volume().reopen();
        MailboxSnapshot snapshot = volume().snapshot(TARO, SpecialUse.INBOX);
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < snapshot.size(); i++) {
            if (snapshot.flags(i).seen()) {
                seen.add(snapshot.uid(i));
            }
        }
        assertThat(seen).containsExactly(1L, 3L, 4L, 6L);
    }

    @Test
    default void expungeRemovesWhatIsDeletedAndTellsItLater() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "a", "\\Deleted");
        volume().file(TARO, SpecialUse.INBOX, "b");
        Append.Outcome.Filed third = volume().file(TARO, SpecialUse.INBOX, "c", "\\Deleted");
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        assertThat(volume().store().expunge(TARO, inbox.id(), UidSet.ALL, true, Mail.ORIGIN))
                .isEqualTo(uids(1, 3));
        assertThat(volume().store().vanished(TARO, inbox.id(), third.modSeq())).isEqualTo(uids(1, 3));
        assertThat(volume().store().vanished(TARO, inbox.id(), third.modSeq() + 1))
                .isEqualTo(UidSet.EMPTY);
        volume().reopen();
        MailboxSnapshot snapshot = volume().snapshot(TARO, SpecialUse.INBOX);
        assertThat(snapshot.size()).isOne();
        assertThat(snapshot.uid(0)).isEqualTo(2);
        assertThat(snapshot.uidNext()).isEqualTo(4);
        assertThat(volume().store().usage(TARO)).isEqualTo(new MessageStore.Usage(new ByteSize(1), 1));
    }

    @Test
    default void anExpungedMessageCanStillBeReadForAMoment() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "bye");
        volume().store().expunge(TARO, volume().mailbox(TARO, SpecialUse.INBOX).id(), UidSet.ALL, false, Mail.ORIGIN);
        assertThat(volume().store().content(TARO, filed.contentId()).bytes())
                .asString()
                .isEqualTo("bye");
    }

    @Test
    default void aCopySharesTheContentAndKeepsFlagsAndDate() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "one", "\\Seen", "work");
        MailboxSnapshot before = volume().snapshot(TARO, SpecialUse.INBOX);
        Mailbox sent = volume().mailbox(TARO, SpecialUse.SENT);
        MessageStore.CopyOutcome outcome =
                volume().store().copy(TARO, before.mailbox(), UidSet.ALL, sent.id(), ROOMY, Mail.ORIGIN);
        assertThat(outcome.from()).containsExactly(filed.uid());
        assertThat(outcome.to()).containsExactly(1L);
        assertThat(outcome.uidValidity()).isEqualTo(sent.uidValidity());
        MailboxSnapshot copy = volume().snapshot(TARO, SpecialUse.SENT);
        assertThat(copy.contentId(0)).isEqualTo(filed.contentId());
        assertThat(copy.flags(0)).isEqualTo(Flags.of("\\Seen", "work"));
        assertThat(copy.internalDate(0)).isEqualTo(before.internalDate(0));
        assertThat(volume().store().usage(TARO).messages()).isEqualTo(2);
    }

    @Test
    default void aCopyThatDoesNotFitIsRefusedButAMoveIsNot() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "0123456789");
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        Mailbox trash = volume().mailbox(TARO, SpecialUse.TRASH);
        assertThatThrownBy(() ->
                        volume().store().copy(TARO, inbox.id(), UidSet.ALL, trash.id(), new ByteSize(19), Mail.ORIGIN))
                .isInstanceOfSatisfying(
                        MailboxException.class,
                        e -> assertThat(e.reason()).isEqualTo(MailboxException.Reason.OVER_QUOTA));
        volume().clock.advance(java.time.Duration.ofDays(3));
        MessageStore.CopyOutcome moved = volume().store().move(TARO, inbox.id(), UidSet.ALL, trash.id(), Mail.ORIGIN);
        assertThat(moved.to()).containsExactly(1L);
        assertThat(volume().snapshot(TARO, SpecialUse.INBOX).size()).isZero();
        MailboxSnapshot inTrash = volume().snapshot(TARO, SpecialUse.TRASH);
        assertThat(inTrash.savedDate(0)).isEqualTo(volume().clock.millis());
        assertThat(volume().store().vanished(TARO, inbox.id(), inbox.highestModSeq()))
                .isEqualTo(uids(1));
    }

    @Test
    default void copyingWithinOneMailboxAddsMessages() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "a");
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        volume().store().copy(TARO, inbox.id(), UidSet.ALL, inbox.id(), ROOMY, Mail.ORIGIN);
        volume().store().move(TARO, inbox.id(), uids(1), inbox.id(), Mail.ORIGIN);
        MailboxSnapshot snapshot = volume().snapshot(TARO, SpecialUse.INBOX);
        assertThat(snapshot.size()).isEqualTo(2);
        assertThat(List.of(snapshot.uid(0), snapshot.uid(1))).containsExactly(2L, 3L);
        assertThat(volume().store().usage(TARO).messages()).isEqualTo(2);
    }

    @Test
    default void trashIsPurgedByTheTimeSpentThereAndNothingElseIs() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "old in inbox");
        volume().file(TARO, SpecialUse.INBOX, "moved late");
        volume().file(TARO, SpecialUse.TRASH, "old in trash");
        volume().clock.advance(java.time.Duration.ofDays(8));
        Mailbox trash = volume().mailbox(TARO, SpecialUse.TRASH);
        volume().store().move(TARO, volume().mailbox(TARO, SpecialUse.INBOX).id(), uids(2), trash.id(), Mail.ORIGIN);
        long purged = volume().store().purgeTrash(volume().clock.instant().minus(java.time.Duration.ofDays(7)));
        assertThat(purged).isOne();
        assertThat(volume().snapshot(TARO, SpecialUse.INBOX).size()).isOne();
        assertThat(volume().snapshot(TARO, SpecialUse.TRASH).uid(0)).isEqualTo(2);
    }

    @Test
    default void scanningGivesWhatWasComputedAtArrival() throws Exception {
        for (int i = 1; i <= 1500; i += 500) {
            List<Append> appends = new ArrayList<>();
            for (int j = i; j < i + 500; j++) {
                appends.add(
                        Mail.append(Mail.of("subject " + j + "\r\n"), volume().filing(TARO, SpecialUse.INBOX, ROOMY)));
            }
            volume().store().append(appends, true);
        }
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        List<MessageRow> rows = new ArrayList<>();
        volume().store().scan(TARO, inbox.id(), UidSet.ALL, EnumSet.allOf(MessageStore.Column.class), rows::add);
        assertThat(rows).hasSize(1500);
        assertThat(rows).extracting(MessageRow::uid).isSorted();
        assertThat(rows.get(1234).envelope()).asString().isEqualTo("(envelope of subject 1235)");
        assertThat(rows.get(1234).structure()).asString().isEqualTo("structure of 14");
        assertThat(rows.get(1234).preview()).isEqualTo("preview of subject 1235");
        assertThat(rows.get(1234).references()).contains("before subject 1235");
        rows.clear();
        volume().store()
                .scan(TARO, inbox.id(), uids(2, 700, 701, 9999), EnumSet.of(MessageStore.Column.PREVIEW), rows::add);
        assertThat(rows).extracting(MessageRow::uid).containsExactly(2L, 700L, 701L);
        assertThat(rows.getFirst().envelope()).isEmpty();
        assertThat(rows.getFirst().references()).isEmpty();
    }

    @Test
    default void replacingFilesOneMessageAndRemovesAnother() throws Exception {
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        Mailbox drafts = volume().mailbox(TARO, SpecialUse.DRAFTS);
        volume().file(TARO, SpecialUse.INBOX, "first");
        volume().file(TARO, SpecialUse.INBOX, "second");
        long before = volume().store().snapshot(TARO, inbox.id()).highestModSeq();

        Append.Outcome outcome = volume().store().replace(replacement(drafts, "third", ROOMY), inbox.id(), 1);

        assertThat(outcome).isInstanceOf(Append.Outcome.Filed.class);
        assertThat(volume().store().snapshot(TARO, drafts.id()).size()).isEqualTo(1);
        assertThat(volume().store().snapshot(TARO, inbox.id()).uid(0)).isEqualTo(2);
        assertThat(volume().store().vanished(TARO, inbox.id(), before)).isEqualTo(uids(1));
    }

    @Test
    default void whatCannotBeFiledReplacesNothing() throws Exception {
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        volume().file(TARO, SpecialUse.INBOX, "first");

        Append.Outcome outcome = volume().store().replace(replacement(inbox, "second", new ByteSize(1)), inbox.id(), 1);

        assertThat(outcome).isInstanceOf(Append.Outcome.OverQuota.class);
        assertThat(volume().store().snapshot(TARO, inbox.id()).size()).isEqualTo(1);
        assertThat(volume().store().snapshot(TARO, inbox.id()).uid(0)).isEqualTo(1);
    }

    @Test
    default void messageThatIsGoneCannotBeReplaced() throws Exception {
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);

        assertThatThrownBy(() -> volume().store().replace(replacement(inbox, "second", ROOMY), inbox.id(), 1))
                .isInstanceOfSatisfying(
                        MailboxException.class,
                        declined -> assertThat(declined.reason()).isEqualTo(MailboxException.Reason.NONEXISTENT));
        assertThat(volume().store().snapshot(TARO, inbox.id()).size()).isZero();
    }

    private static Append replacement(Mailbox mailbox, String text, ByteSize limit) {
        Append.Filing filing =
                new Append.Filing(mailbox.account(), mailbox.id(), Flags.NONE, Instant.EPOCH, limit, Optional.empty());
        return Mail.append(Content.of(text.getBytes(StandardCharsets.UTF_8)), filing);
    }

    @Test
    default void textsThatNoDatabaseKeepsAreMadeStorable() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "nul \0 here\r\n");
        List<MessageRow> rows = new ArrayList<>();
        volume().store()
                .scan(
                        TARO,
                        volume().mailbox(TARO, SpecialUse.INBOX).id(),
                        UidSet.ALL,
                        EnumSet.of(MessageStore.Column.PREVIEW),
                        rows::add);
        assertThat(rows.getFirst().preview()).isEqualTo("preview of nul \ufffd here");
    }

    @Test
    default void listenersHearOfAChangeAndNotAfterClosing() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        try (ChangeFeed.Subscription subscription = volume().store().changes().subscribe(TARO, mailbox -> {
            if (mailbox.equals(inbox.id())) {
                heard.countDown();
            }
        })) {
            volume().file(HANAKO, SpecialUse.INBOX, "not for taro");
            volume().file(TARO, SpecialUse.INBOX, "for taro");
            assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private MessageStore.FlagOutcome flags(UidSet uids, MessageStore.FlagChange change, String... flags)
            throws MailboxException {
        return volume().store()
                .changeFlags(
                        TARO,
                        volume().mailbox(TARO, SpecialUse.INBOX).id(),
                        uids,
                        change,
                        Flags.of(flags),
                        Optional.empty(),
                        Mail.ORIGIN);
    }
}
