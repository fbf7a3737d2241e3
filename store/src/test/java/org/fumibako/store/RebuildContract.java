// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fumibako.store.TestVolume.TARO;
import static org.fumibako.store.TestVolume.uids;

import java.util.List;
import java.util.Random;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.model.AccountId;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.junit.jupiter.api.Test;

/** What a rebuild promises, whatever the index lies in. */
interface RebuildContract {
    TestVolume volume();

    TestDatabase fresh();

    @Test
    default void aRebuiltIndexShowsEverythingAsItWas() throws Exception {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            RandomLife life = new RandomLife(volume(), random);
            life.live(120);
            StoreImage before = StoreImage.of(volume().store(), life.accounts);
            Rebuild.Report report = rebuild();
            assertThat(report.problems()).as("seed %d", seed).isEmpty();
            assertThat(report.remarks()).as("seed %d", seed).isEmpty();
            assertThat(volume().store().fsck(words -> {}).problems())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(report.accounts()).as("seed %d", seed).containsAll(life.accounts);
            StoreImage after = StoreImage.of(volume().store(), life.accounts);
            assertThat(after).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    default void countersGoOnAfterARebuild() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "gone");
        volume().store().expunge(TARO, volume().mailbox(TARO, SpecialUse.INBOX).id(), UidSet.ALL, false, Mail.ORIGIN);
        Mailbox trash = volume().mailbox(TARO, SpecialUse.TRASH);
        volume().store().deleteMailbox(TARO, trash.id(), Mail.ORIGIN);
        Mailbox before = volume().mailbox(TARO, SpecialUse.INBOX);
        assertThat(rebuild().problems()).isEmpty();
        assertThat(volume().mailbox(TARO, SpecialUse.INBOX)).isEqualTo(before);
        Append.Outcome.Filed next = volume().file(TARO, SpecialUse.INBOX, "next");
        assertThat(next.uid()).isEqualTo(2);
        assertThat(next.modSeq()).isGreaterThan(before.highestModSeq() + 1);
        Mailbox made =
                volume().store().createMailbox(TARO, "Trash", java.util.Optional.of(SpecialUse.TRASH), Mail.ORIGIN);
        assertThat(made.id().value()).isGreaterThan(trash.id().value());
        assertThat(made.uidValidity()).isGreaterThan(trash.uidValidity());
    }

    @Test
    default void whatVanishedIsStillTold() throws Exception {
        Append.Outcome.Filed first = volume().file(TARO, SpecialUse.INBOX, "a", "\\Deleted");
        volume().file(TARO, SpecialUse.INBOX, "b");
        volume().file(TARO, SpecialUse.INBOX, "c", "\\Deleted");
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        volume().store().expunge(TARO, inbox.id(), UidSet.ALL, true, Mail.ORIGIN);
        rebuild();
        assertThat(volume().store().vanished(TARO, inbox.id(), first.modSeq())).isEqualTo(uids(1, 3));
        assertThat(volume().store().vanished(TARO, inbox.id(), inbox.highestModSeq() + 1))
                .isEqualTo(UidSet.EMPTY);
    }

    @Test
    default void trashIsStillPurgedByTheTimeOfArrivalThere() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "moved early");
        volume().file(TARO, SpecialUse.INBOX, "moved late");
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        Mailbox trash = volume().mailbox(TARO, SpecialUse.TRASH);
        volume().store().move(TARO, inbox.id(), uids(1), trash.id(), Mail.ORIGIN);
        volume().clock.advance(java.time.Duration.ofDays(6));
        volume().store().move(TARO, inbox.id(), uids(2), trash.id(), Mail.ORIGIN);
        volume().clock.advance(java.time.Duration.ofDays(2));
        rebuild();
        assertThat(volume().store().purgeTrash(volume().clock.instant().minus(Sweeper.TRASH)))
                .isOne();
        assertThat(volume().snapshot(TARO, SpecialUse.TRASH).uid(0)).isEqualTo(2);
    }

    @Test
    default void aUidValidityThatWasRenewedStays() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "one");
        volume().renew();
        List<Mailbox> before = volume().store().mailboxes(TARO);
        assertThat(rebuild().problems()).isEmpty();
        assertThat(volume().store().mailboxes(TARO)).isEqualTo(before);
    }

    @Test
    default void whatAccountsHaveBesideMailIsThereAgain() throws Exception {
        AccountObjects objects = volume().store().objects();
        java.time.Instant due = java.time.Instant.parse("2026-12-01T00:00:00Z");
        long card = objects.add(TARO, "card", "{\"name\":\"花子\"}", java.util.Optional.empty(), 9)
                .orElseThrow();
        long gone =
                objects.add(TARO, "card", "{}", java.util.Optional.empty(), 9).orElseThrow();
        long letter =
                objects.add(TARO, "letter", "{}", java.util.Optional.of(due), 9).orElseThrow();
        assertThat(objects.replace(
                        objects.find(TARO, "card", card).orElseThrow(),
                        "card",
                        "{\"name\":\"hanako\"}",
                        java.util.Optional.empty()))
                .isTrue();
        assertThat(objects.remove(TARO, "card", gone)).isTrue();
        assertThat(objects.claim("letter", due, due.plusSeconds(60), 9)).hasSize(1);
        assertThat(rebuild().problems()).isEmpty();
        AccountObjects again = volume().store().objects();
        assertThat(again.list(TARO, "card")).extracting(AccountObject::value).containsExactly("{\"name\":\"hanako\"}");
        assertThat(again.state(TARO, "card")).isEqualTo(4);
        assertThat(again.since(TARO, "card", 2))
                .contains(new AccountObjects.Changes(
                        java.util.List.of(), java.util.List.of(card), java.util.List.of(gone)));
        assertThat(again.claim("letter", due, due.plusSeconds(60), 9))
                .extracting(AccountObject::id)
                .containsExactly(letter);
        assertThat(again.add(TARO, "card", "{}", java.util.Optional.empty(), 9)).hasValue(gone + 1);
    }

    @Test
    default void aRebuildNeedsAnEmptyIndex() {
        assertThatThrownBy(() -> rebuild(volume().database()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("empty");
    }

    @Test
    default void aRebuiltVolumeCanBeRebuiltAgain() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "one");
        rebuild();
        volume().file(TARO, SpecialUse.INBOX, "two");
        StoreImage before = StoreImage.of(volume().store(), List.of(TARO, new AccountId(8)));
        assertThat(rebuild().problems()).isEmpty();
        assertThat(StoreImage.of(volume().store(), List.of(TARO, new AccountId(8))))
                .isEqualTo(before);
    }

    /** Closes the volume, makes a new index from its packs and opens the volume on it. */
    default Rebuild.Report rebuild() {
        return volume().rebuildInto(fresh());
    }

    private Rebuild.Report rebuild(Database into) {
        return volume().rebuild(into);
    }
}
