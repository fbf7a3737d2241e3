// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.store.TestVolume.HANAKO;
import static org.fumibako.store.TestVolume.ROOMY;
import static org.fumibako.store.TestVolume.TARO;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.fumibako.model.Content;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.pack.Location;
import org.fumibako.store.pack.PackName;
import org.junit.jupiter.api.Test;

/** What a check finds, whatever the index lies in: damage of each sort is planted and must be named. */
interface FsckContract {
    TestVolume volume();

    @Test
    default void aVolumeInUseIsClean() throws Exception {
        RandomLife life = new RandomLife(volume(), new Random(11));
        life.live(150);
        Fsck.Report report = fsck();
        assertThat(report.problems()).isEmpty();
        assertThat(report.accounts()).containsAll(life.accounts);
        assertThat(report.messages()).isPositive();
        assertThat(report.octets()).isPositive();
    }

    @Test
    default void aFlippedOctetOfAMessageIsFound() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "a message\r\n");
        Location location = locate(filed);
        volume().flip(location.pack(), location.offset() + location.length() - 1);
        assertThat(fsck().problems())
                .singleElement()
                .asString()
                .contains("content " + filed.contentId(), "checksum of the content", "account 7 INBOX UID 1");
    }

    @Test
    default void aFlippedOctetOfARecordIsFound() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "a message\r\n");
        volume().file(TARO, SpecialUse.INBOX, "another\r\n");
        Location location = locate(filed);
        volume().flip(location.pack(), location.offset() + 34);
        assertThat(fsck().problems())
                .contains(location.pack().file() + ": damaged record at " + location.offset())
                .contains("content " + filed.contentId() + " has no record in "
                        + location.pack().file());
    }

    @Test
    default void aMissingPackIsFoundAndItsMessagesAreCounted() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "a message\r\n");
        Path file = volume().packs.resolve(locate(filed).pack().file());
        Files.delete(file);
        assertThat(fsck().problems()).containsExactly(file.getFileName() + " is missing, with 1 stored messages");
    }

    @Test
    default void aMissingLargeMessageIsFound() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];
        Append.Filing filing = volume().filing(TARO, SpecialUse.INBOX, ROOMY);
        Append.Outcome.Filed filed = (Append.Outcome.Filed) volume().file(filing, Content.of(large));
        assertThat(fsck().problems()).isEmpty();
        Path file = volume().packs.resolve(locate(filed).pack().file());
        Files.delete(file);
        assertThat(fsck().problems()).containsExactly(file.getFileName() + " is missing, with 1 stored messages");
    }

    @Test
    default void aPackThatLostItsEndIsFound() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "a message\r\n");
        Location location = locate(filed);
        volume().truncate(location.pack(), location.offset() + 3);
        assertThat(fsck().problems())
                .anySatisfy(problem -> assertThat(problem).contains("that were committed"))
                .anySatisfy(problem -> assertThat(problem).contains("content " + filed.contentId()));
    }

    @Test
    default void aWrongCounterIsFoundWithWhatARecountSays() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "one");
        for (String column : List.of("messages", "unseen", "deleted", "size")) {
            volume().sql("UPDATE mailbox SET " + column + " = " + column
                    + " + 4 WHERE account_id = 7 AND messages > 0");
        }
        assertThat(fsck().problems())
                .hasSize(4)
                .anySatisfy(problem -> assertThat(problem).endsWith("the counter of messages says 5, a recount 1"))
                .anySatisfy(problem -> assertThat(problem).endsWith("the counter of size says 7, a recount 3"));
    }

    @Test
    default void aRowWithoutContentIsFound() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "one");
        volume().sql("DELETE FROM content WHERE content_id = " + filed.contentId());
        assertThat(fsck().problems())
                .singleElement()
                .asString()
                .endsWith("UID 1 has no content; " + filed.contentId() + " is not stored");
    }

    @Test
    default void aContentThatNothingRefersToIsFound() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "one");
        volume().sql("DELETE FROM message");
        volume().sql("UPDATE mailbox SET messages = 0, unseen = 0, size = 0");
        assertThat(fsck().problems())
                .containsExactly("content " + filed.contentId()
                        + " is in no mailbox and no queue, and does not wait to be removed");
    }

    @Test
    default void aContentThatPointsElsewhereIsFound() throws Exception {
        Append.Outcome.Filed filed = volume().file(TARO, SpecialUse.INBOX, "one");
        volume().file(TARO, SpecialUse.INBOX, "two");
        Location location = locate(filed);
        volume().sql("UPDATE content SET pack_offset = pack_offset + record_length WHERE content_id = "
                + filed.contentId());
        assertThat(fsck().problems())
                .anySatisfy(problem -> assertThat(problem)
                        .contains("content " + filed.contentId())
                        .endsWith("but its record, at " + location.offset() + ", says otherwise"));
    }

    @Test
    default void uidsAndModSequencesOutOfOrderAreFound() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "one");
        volume().sql("UPDATE message SET uid = 12, mod_seq = 4000");
        assertThat(fsck().problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).endsWith("UID 12 was given, but UIDNEXT is 2"))
                .anySatisfy(problem -> assertThat(problem).contains("a message has mod-sequence 4000, but"));
    }

    @Test
    default void aUidThatCameBackIsFound() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "one");
        volume().file(TARO, SpecialUse.INBOX, "two");
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        volume().store().expunge(TARO, inbox.id(), TestVolume.uids(1), false, Mail.ORIGIN);
        volume().sql("UPDATE message SET uid = 1");
        assertThat(fsck().problems())
                .containsExactly("account 7, mailbox " + inbox.id() + ": UID 1 is there and is recorded as removed");
    }

    @Test
    default void rowsWithoutTheirParentsAreFound() throws Exception {
        volume().file(TARO, SpecialUse.INBOX, "one");
        Mailbox inbox = volume().mailbox(TARO, SpecialUse.INBOX);
        volume().sql("DELETE FROM mailbox WHERE mailbox_id = " + inbox.id());
        volume().sql("DELETE FROM account_state WHERE account_id = " + HANAKO);
        assertThat(fsck().problems())
                .contains("account 7, mailbox " + inbox.id() + ": 1 messages lie in it, but there is no such mailbox")
                .contains("account 7 has no INBOX")
                .contains("account 8 subscribes to Trash, but there is no such account")
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("account 8, mailbox").endsWith("no such account"));
    }

    @Test
    default void whatOneCauseDidAThousandTimesIsToldAHundredTimes() throws Exception {
        for (int i = 0; i < 101; i++) {
            volume().file(TARO, SpecialUse.INBOX, "message " + i);
        }
        volume().sql("UPDATE message SET size = size + 1");
        volume().sql("UPDATE mailbox SET size = size + messages");
        assertThat(fsck().problems()).hasSize(101).last().isEqualTo("and more of the last sort");
    }

    @Test
    default void aPackThatTheIndexDoesNotHaveIsARemark() throws Exception {
        String stray = new PackName(77, 0).file();
        Files.createFile(volume().packs.resolve(stray));
        Fsck.Report report = fsck();
        assertThat(report.problems()).isEmpty();
        assertThat(report.remarks()).containsExactly(stray + " is not in the index");
    }

    private Fsck.Report fsck() {
        return volume().store().fsck(words -> {});
    }

    private Location locate(Append.Outcome.Filed filed) {
        return volume().database()
                .read(connection -> FsckRows.location(connection, filed.contentId()))
                .orElseThrow();
    }
}
