// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.store.TestVolume.HANAKO;
import static org.fumibako.store.TestVolume.ROOMY;
import static org.fumibako.store.TestVolume.TARO;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.junit.jupiter.api.Test;

/** What a volume promises of messages as emails: one with all its places, what departed, and states that never go back. */
interface EmailsContract {
    TestVolume volume();

    private Emails emails() {
        return volume().store().emails();
    }

    @Test
    default void aCopyIsAnotherPlaceOfTheSameEmail() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "one", "\\Seen", "work");
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        Mailbox sent = volume().mailbox(TARO, SpecialUse.SENT);
        volume().store().copy(TARO, inbox.id(), UidSet.ALL, sent.id(), ROOMY, Mail.ORIGIN);
        List<EmailRow> rows =
                emails().rows(TARO, Set.of(filed.contentId(), 99L), EnumSet.allOf(MessageStore.Column.class));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().places())
                .extracting(EmailRow.Place::mailbox)
                .containsExactlyInAnyOrder(inbox.id(), sent.id());
        assertThat(rows.getFirst().places().getFirst().flags()).isEqualTo(Flags.of("\\Seen", "work"));
        assertThat(rows.getFirst().preview()).isEqualTo("preview of one");
        assertThat(emails().rows(HANAKO, Set.of(filed.contentId()), Set.of())).isEmpty();
    }

    @Test
    default void theViewShowsWhenEachMessageCame() {
        Append.Outcome.Filed one = volume().file(TARO, SpecialUse.INBOX, "one");
        Append.Outcome.Filed two = volume().file(TARO, SpecialUse.INBOX, "two");
        AccountView view = emails().view(TARO);
        assertThat(view.modSeq()).isEqualTo(two.modSeq()).isEqualTo(emails().modSeq(TARO));
        MailboxSnapshot inbox = snapshot(view, SpecialUse.INBOX);
        assertThat(inbox.createdSeq(0)).isEqualTo(one.modSeq());
        assertThat(inbox.createdSeq(1)).isEqualTo(two.modSeq());
    }

    @Test
    default void flagsLeaveTheTimeOfComingAlone() throws Exception {
        Append.Outcome.Filed one = volume().file(TARO, SpecialUse.INBOX, "one");
        volume().store()
                .changeFlags(
                        TARO,
                        volume().mailbox(TARO, SpecialUse.INBOX).id(),
                        UidSet.ALL,
                        MessageStore.FlagChange.ADD,
                        Flags.of("\\Seen"),
                        Optional.empty(),
                        Mail.ORIGIN);
        for (int round = 0; round < 2; round++) {
            MailboxSnapshot inbox = snapshot(emails().view(TARO), SpecialUse.INBOX);
            assertThat(inbox.createdSeq(0)).isEqualTo(one.modSeq());
            assertThat(inbox.modSeq(0)).isGreaterThan(one.modSeq());
            volume().reopen();
        }
    }

    @Test
    default void whatIsRemovedOrMovedHasDeparted() throws Exception {
        Append.Outcome.Filed one = volume().file(TARO, SpecialUse.INBOX, "one");
        Append.Outcome.Filed two = volume().file(TARO, SpecialUse.INBOX, "two");
        long before = emails().modSeq(TARO);
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        Mailbox trash = volume().mailbox(TARO, SpecialUse.TRASH);
        volume().store().expunge(TARO, inbox.id(), UidSet.of(one.uid()), false, Mail.ORIGIN);
        volume().store().move(TARO, inbox.id(), UidSet.of(two.uid()), trash.id(), Mail.ORIGIN);
        volume().reopen();
        List<Departure> gone = emails().departures(TARO, before).orElseThrow().messages();
        assertThat(gone).extracting(Departure::contentId).containsExactly(one.contentId(), two.contentId());
        assertThat(gone).extracting(Departure::mailbox).containsOnly(inbox.id());
        assertThat(gone).extracting(Departure::createdSeq).containsExactly(one.modSeq(), two.modSeq());
        assertThat(emails().departures(TARO, emails().modSeq(TARO))
                        .orElseThrow()
                        .messages())
                .isEmpty();
    }

    @Test
    default void aMailboxDepartsWithItsMessages() throws Exception {
        Mailbox made = volume().store().createMailbox(TARO, "made", Optional.empty(), Mail.ORIGIN);
        volume().file(
                        new Append.Filing(
                                TARO, made.id(), Flags.NONE, volume().clock.instant(), ROOMY, Optional.empty()),
                        Mail.of("in it"));
        long before = emails().modSeq(TARO);
        volume().store().deleteMailbox(TARO, made.id(), Mail.ORIGIN);
        Emails.Departures departures = emails().departures(TARO, before).orElseThrow();
        assertThat(departures.mailboxes()).containsExactly(made.id());
        assertThat(departures.messages()).hasSize(1);
        assertThat(emails().modSeq(TARO)).isGreaterThan(before);
    }

    @Test
    default void subscribingIsAChange() {
        long before = emails().modSeq(TARO);
        volume().store().subscribe(TARO, "Sent", false);
        assertThat(emails().modSeq(TARO)).isGreaterThan(before);
        AccountView.Seat sent = seat(emails().view(TARO), SpecialUse.SENT);
        assertThat(sent.namedSeq()).isGreaterThan(before);
        assertThat(sent.mailbox().subscribed()).isFalse();
    }

    @Test
    default void whatDepartedLongAgoIsNotKnownAnyMore() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "one");
        long before = emails().modSeq(TARO);
        volume().store().expunge(TARO, volume().mailbox(TARO, SpecialUse.INBOX).id(), UidSet.ALL, false, Mail.ORIGIN);
        long after = emails().modSeq(TARO);
        volume().clock.advance(java.time.Duration.ofDays(400));
        try (Housekeeping housekeeping = new Housekeeping(volume().store(), volume().clock)) {
            housekeeping.run();
        }
        assertThat(emails().departures(TARO, before)).isEmpty();
        assertThat(emails().departures(TARO, after)).isPresent();
    }

    @Test
    default void anAccountThatIsMadeAgainKnowsNothingOfTheOneBefore() {
        volume().file(TARO, SpecialUse.INBOX, "one");
        long before = emails().modSeq(TARO);
        volume().store().deleteAccount(TARO, Mail.ORIGIN);
        volume().store().createAccount(TARO);
        assertThat(emails().modSeq(TARO)).isGreaterThan(before);
        assertThat(emails().departures(TARO, before - 1)).isEmpty();
    }

    private static MailboxSnapshot snapshot(AccountView view, SpecialUse use) {
        return seat(view, use).snapshot();
    }

    private static AccountView.Seat seat(AccountView view, SpecialUse use) {
        return view.seats().stream()
                .filter(seat -> seat.mailbox().use().equals(Optional.of(use)))
                .findFirst()
                .orElseThrow();
    }
}
