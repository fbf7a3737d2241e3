// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fumibako.store.TestVolume.TARO;

import java.util.Optional;
import org.fumibako.model.SpecialUse;
import org.junit.jupiter.api.Test;

/** What a message store promises of mailboxes: names, ids, UIDVALIDITY, special uses, subscriptions. */
interface MailboxContract {
    TestVolume volume();

    @Test
    default void aNewMailboxIsFoundByNameAndId() throws Exception {
        Mailbox made = create("仕事/2026", Optional.empty());
        assertThat(made.name()).isEqualTo("仕事/2026");
        assertThat(made.subscribed()).isTrue();
        assertThat(made.uidNext()).isOne();
        assertThat(volume().store().mailbox(TARO, "仕事/2026")).contains(made);
        assertThat(volume().store().mailbox(TARO, made.id())).contains(made);
        assertThat(volume().store().mailbox(TARO, "inbox")).map(Mailbox::name).contains("INBOX");
    }

    @Test
    default void aDecomposedNameIsTheSameMailbox() throws Exception {
        create("か\u3099く", Optional.empty());
        assertThat(volume().store().mailbox(TARO, "がく")).isPresent();
        refused(MailboxException.Reason.ALREADY_EXISTS, () -> create("がく", Optional.empty()));
    }

    @Test
    default void namesAndUsesThatCannotBeAreRefused() {
        refused(MailboxException.Reason.ALREADY_EXISTS, () -> create("inbox", Optional.empty()));
        refused(MailboxException.Reason.CANNOT, () -> create("Bin", Optional.of(SpecialUse.TRASH)));
        refused(MailboxException.Reason.INVALID_NAME, () -> create("a//b", Optional.empty()));
        refused(MailboxException.Reason.INVALID_NAME, () -> create("a\u0007", Optional.empty()));
        refused(MailboxException.Reason.INVALID_NAME, () -> create("a\u202eb", Optional.empty()));
        refused(MailboxException.Reason.INVALID_NAME, () -> create("x".repeat(501), Optional.empty()));
        refused(MailboxException.Reason.INVALID_NAME, () -> create("a/".repeat(32) + "a", Optional.empty()));
    }

    @Test
    default void theLongestAndDeepestNamesAreTaken() throws Exception {
        assertThat(create("x".repeat(500), Optional.empty()).name()).hasSize(500);
        assertThat(create("a/".repeat(31) + "a", Optional.empty()).name()).hasSize(63);
    }

    @Test
    default void uidValidityAndIdsOfAMailboxMadeAgainAreHigher() throws Exception {
        Mailbox first = create("again", Optional.empty());
        volume().store().deleteMailbox(TARO, first.id(), Mail.ORIGIN);
        volume().clock.advance(java.time.Duration.ofHours(-5));
        volume().reopen();
        Mailbox second = create("again", Optional.empty());
        assertThat(second.uidValidity()).isGreaterThan(first.uidValidity());
        assertThat(second.id().value()).isGreaterThan(first.id().value());
        assertThat(second.highestModSeq()).isGreaterThan(first.highestModSeq() + 1);
    }

    @Test
    default void anAccountMadeAgainIsEmptyAndItsCountersGoOn() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "gone");
        Mailbox before = volume().mailbox(TARO, SpecialUse.INBOX);
        volume().store().deleteAccount(TARO, Mail.ORIGIN);
        assertThat(volume().store().mailboxes(TARO)).isEmpty();
        assertThat(volume().store().usage(TARO).messages()).isZero();
        volume().reopen();
        volume().store().createAccount(TARO);
        Mailbox after = volume().mailbox(TARO, SpecialUse.INBOX);
        assertThat(after.messages()).isZero();
        assertThat(after.uidValidity()).isGreaterThan(before.uidValidity());
        assertThat(after.highestModSeq()).isGreaterThan(before.highestModSeq());
    }

    @Test
    default void renamingTakesWhatLiesBelowAlong() throws Exception {
        Mailbox parent = create("a", Optional.empty());
        create("a/b", Optional.empty());
        create("ab", Optional.empty());
        volume().store().renameMailbox(TARO, parent.id(), "c", Mail.ORIGIN);
        assertThat(volume().store().mailboxes(TARO))
                .extracting(Mailbox::name)
                .contains("c", "c/b", "ab")
                .doesNotContain("a", "a/b");
        assertThat(volume().store().mailbox(TARO, "c").orElseThrow().uidValidity())
                .isEqualTo(parent.uidValidity());
    }

    @Test
    default void renamingBelowItselfOrOntoAnotherIsRefused() throws Exception {
        Mailbox parent = create("a", Optional.empty());
        create("a/b", Optional.empty());
        create("c/b", Optional.empty());
        refused(MailboxException.Reason.CANNOT, () -> rename(parent, "a/x"));
        refused(MailboxException.Reason.ALREADY_EXISTS, () -> rename(parent, "c"));
        assertThat(volume().store().mailbox(TARO, "a/b")).isPresent();
    }

    @Test
    default void renamingInboxMovesItsMessagesToANewMailbox() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "one");
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        rename(inbox, "old");
        assertThat(volume().mailbox(TARO, SpecialUse.INBOX).id()).isEqualTo(inbox.id());
        assertThat(volume().mailbox(TARO, SpecialUse.INBOX).messages()).isZero();
        assertThat(volume().store().mailbox(TARO, "old").orElseThrow().messages())
                .isOne();
    }

    @Test
    default void inboxCannotBeDeletedAndStandsInForADeletedTrash() throws Exception {
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        refused(MailboxException.Reason.CANNOT, () -> volume().store().deleteMailbox(TARO, inbox.id(), Mail.ORIGIN));
        Mailbox trash = volume().mailbox(TARO, SpecialUse.TRASH);
        volume().store().deleteMailbox(TARO, trash.id(), Mail.ORIGIN);
        assertThat(volume().mailbox(TARO, SpecialUse.TRASH)).isEqualTo(inbox);
        Mailbox bin = create("Bin", Optional.of(SpecialUse.TRASH));
        assertThat(volume().mailbox(TARO, SpecialUse.TRASH)).isEqualTo(bin);
        refused(MailboxException.Reason.NONEXISTENT, () -> volume().store().snapshot(TARO, trash.id()));
    }

    @Test
    default void subscriptionsAreOfNamesNotOfMailboxes() throws Exception {
        Mailbox made = create("list", Optional.empty());
        volume().store().deleteMailbox(TARO, made.id(), Mail.ORIGIN);
        volume().store().subscribe(TARO, "never there", true);
        assertThat(volume().store().subscriptions(TARO)).contains("list", "never there");
        volume().store().subscribe(TARO, "Sent", false);
        assertThat(volume().store().mailbox(TARO, "Sent").orElseThrow().subscribed())
                .isFalse();
    }

    private Mailbox create(String name, Optional<SpecialUse> use) throws MailboxException {
        return volume().store().createMailbox(TARO, name, use, Mail.ORIGIN);
    }

    private void rename(Mailbox mailbox, String name) throws MailboxException {
        volume().store().renameMailbox(TARO, mailbox.id(), name, Mail.ORIGIN);
    }

    private static void refused(
            MailboxException.Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MailboxException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
