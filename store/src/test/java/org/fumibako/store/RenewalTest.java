// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.store.TestVolume.TARO;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.db.TestDatabases;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.pack.PackDisk;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.PackRecord;
import org.fumibako.store.pack.PackScan;
import org.fumibako.store.pack.Packs;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Appetite;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.RecipientState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewalTest {
    @TempDir
    private Path directory;

    private TestVolume volume;

    @BeforeEach
    void open() {
        volume = new TestVolume(TestDatabases.sqlite(directory, Volume.MIGRATIONS), directory.resolve("packs"));
        volume.store().createAccount(TARO);
    }

    @AfterEach
    void close() {
        volume.close();
    }

    @Test
    void messagesKeepUidsAndOctetsUnderAnotherUidValidity() throws Exception {
        Append.Outcome.Filed filed = volume.file(TARO, SpecialUse.INBOX, "kept", "\\Seen");
        volume.renew();
        MailboxSnapshot snapshot = volume.snapshot(TARO, SpecialUse.INBOX);
        assertThat(volume.mailbox(TARO, SpecialUse.INBOX).uidValidity()).isGreaterThan(filed.uidValidity());
        assertThat(snapshot.uid(0)).isEqualTo(filed.uid());
        assertThat(snapshot.contentId(0)).isEqualTo(filed.contentId());
        assertThat(volume.store().content(TARO, filed.contentId()).bytes())
                .asString()
                .isEqualTo("kept");
    }

    @Test
    void nothingGivenOutAfterTheEarlierStateIsGivenOutAgain() throws Exception {
        Append.Outcome.Filed filed = volume.file(TARO, SpecialUse.INBOX, "last before");
        volume.renew();
        Mailbox inbox = volume.mailbox(TARO, SpecialUse.INBOX);
        Append.Outcome.Filed next = volume.file(TARO, SpecialUse.INBOX, "first after");
        assertThat(next.uidValidity()).isNotEqualTo(filed.uidValidity()).isEqualTo(inbox.uidValidity());
        assertThat(next.modSeq()).isGreaterThan(filed.modSeq() + (1L << 32));
        assertThat(next.contentId() >>> 32).isGreaterThan((filed.contentId() >>> 32) + 1_000_000);
        Mailbox made = volume.store().createMailbox(TARO, "Made after", Optional.empty(), Mail.ORIGIN);
        assertThat(made.id().value()).isGreaterThan(inbox.id().value() + 1_000_000);
        assertThat(made.uidValidity()).isGreaterThan(inbox.uidValidity());
    }

    @Test
    void everyMailboxOfTheAccountGetsAUidValidityOfItsOwn() {
        List<Long> before = uidValidities();
        volume.renew();
        assertThat(uidValidities()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(before);
        List<Long> once = uidValidities();
        volume.renew();
        assertThat(uidValidities()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(once);
    }

    @Test
    void aClientOfTheLaterStateIsToldThatEverythingThatIsNotThereWent() throws Exception {
        volume.file(TARO, SpecialUse.INBOX, "one");
        volume.file(TARO, SpecialUse.INBOX, "two");
        Mailbox inbox = volume.mailbox(TARO, SpecialUse.INBOX);
        volume.store().expunge(TARO, inbox.id(), UidSet.of(1), false, Mail.ORIGIN);
        volume.renew();
        assertThat(volume.store().vanished(TARO, inbox.id(), inbox.highestModSeq() + 99))
                .isEqualTo(UidSet.of(1));
    }

    @Test
    void thePacksTellOfIt() throws Exception {
        volume.renew();
        Mailbox inbox = volume.mailbox(TARO, SpecialUse.INBOX);
        assertThat(events())
                .filteredOn(LogEvent.UidValidityChanged.class::isInstance)
                .hasSize(5)
                .contains(
                        new LogEvent.UidValidityChanged(TARO, inbox.id(), inbox.highestModSeq(), inbox.uidValidity()));
    }

    private List<Long> uidValidities() {
        return volume.store().mailboxes(TARO).stream().map(Mailbox::uidValidity).toList();
    }

    private List<LogEvent> events() throws Exception {
        List<LogEvent> events = new ArrayList<>();
        try (Packs packs = new Packs(volume.packs, PackDisk.FILES)) {
            for (PackName name : packs.list()) {
                try (PackScan scan = packs.scan(name, packs.length(name).orElseThrow(), at -> {})) {
                    for (Optional<PackRecord> record = scan.next(); record.isPresent(); record = scan.next()) {
                        events.add(record.get().event());
                    }
                }
            }
        }
        return events;
    }

    @Test
    void mailThatWaitedForOtherServersIsHeld() {
        Posting posting = new Posting(
                QueueEnvelope.of(Optional.empty()),
                List.of(Addressee.of(EmailAddress.of("a@far.test"))),
                Owner.NOBODY,
                0,
                volume.clock.instant().plusSeconds(600));
        Content content = Mail.of("waits");
        volume.store()
                .append(
                        List.of(new Append(
                                content,
                                Mail.summary(content),
                                List.of(),
                                Optional.empty(),
                                Mail.ORIGIN,
                                Optional.of(posting))),
                        true);
        volume.renew();
        assertThat(volume.store().queue().claim(Appetite.of(10))).isEmpty();
        assertThat(volume.store().queue().count(QueueFilter.ALL)).isEqualTo(Map.of(RecipientState.HELD, 1L));
    }
}
