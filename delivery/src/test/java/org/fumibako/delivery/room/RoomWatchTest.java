// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.db.TestDatabases;
import org.fumibako.delivery.dkim.DomainKeys;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.delivery.notice.NoticeBoard;
import org.fumibako.delivery.notice.SystemLetter;
import org.fumibako.journal.Journal;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.model.ManualClock;
import org.fumibako.model.Quota;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.registry.Account;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Registry;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox of 1 MB that fills and empties, with the letters its owner gets. */
@Timeout(120)
class RoomWatchTest {
    private static final Origin DESK = Origin.system("desk");
    private static final DomainName HOST = DomainName.of("mx.example.net");

    /** A tenth of the mailbox; what letters of the server take is less than a hundredth. */
    private static final int TENTH = (1 << 20) / 10;

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock();
    private TestDatabase registryData;
    private TestDatabase volumeData;
    private Database registryDatabase;
    private Database volumeDatabase;
    private Journal journal;
    private Registry registry;
    private Volume volume;
    private RoomWatch watch;
    private Account taro;
    private int filed;

    @BeforeEach
    void open() {
        registryData = TestDatabases.sqlite(directory, "db/registry");
        volumeData = TestDatabases.sqlite(directory, "db/volume");
        begin();
        registry.customers().add("demo", "demo", Plan.STANDARD, DESK);
        registry.domains().add(DomainName.of("example.jp"), "demo", DESK);
        account("hanako@example.jp");
        taro = account("taro@example.jp");
    }

    private void begin() {
        registryDatabase = registryData.open();
        volumeDatabase = volumeData.open();
        journal = new Journal(volumeDatabase, clock);
        registry = new Registry(registryDatabase, journal, clock, new SecureRandom());
        volume = Volume.open(new Volume.Parts(volumeDatabase, directory.resolve("packs"), journal, clock));
        Signing signing = new Signing(new DomainKeys(registry.dkim(), clock), clock);
        RoomNotice notice = new RoomNotice(
                new SystemLetter(HOST, ZoneOffset.UTC, new Random(1)), new NoticeBoard(HOST, volume, signing));
        watch = new RoomWatch(new RoomWatch.Parts(registry.roomWarnings(), volume, notice, clock));
    }

    private void end() {
        watch.close();
        volume.close();
        registry.close();
        journal.close();
        volumeDatabase.close();
        registryDatabase.close();
    }

    @AfterEach
    void close() {
        end();
        registryData.close();
        volumeData.close();
    }

    private Account account(String address) {
        Account account = registry.accounts().add(EmailAddress.of(address), new Quota(1), "hako no naka", DESK);
        volume.createAccount(account.id());
        return account;
    }

    private void fill(int tenths) throws IOException {
        Mailbox sent = volume.mailbox(taro.id(), SpecialUse.SENT);
        for (int i = 0; i < tenths; i++) {
            filed++;
            Content message = Content.of(("Subject: " + filed + "\r\n\r\n" + "x".repeat(TENTH - 100) + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            Append.Filing filing = new Append.Filing(
                    taro.id(), sent.id(), Flags.NONE, clock.instant(), new ByteSize(1 << 21), Optional.empty());
            volume.append(
                    List.of(new Append(message, MessageSummary.of(message), List.of(filing), Optional.empty(), DESK)),
                    true);
        }
    }

    private void empty() throws MailboxException {
        volume.expunge(taro.id(), volume.mailbox(taro.id(), SpecialUse.SENT).id(), UidSet.ALL, false, DESK);
    }

    private int letters() throws MailboxException {
        return inbox().size();
    }

    private MailboxSnapshot inbox() throws MailboxException {
        return volume.snapshot(
                taro.id(), volume.mailbox(taro.id(), SpecialUse.INBOX).id());
    }

    private String letter() throws MailboxException, IOException {
        MailboxSnapshot inbox = inbox();
        String text = new String(
                volume.content(taro.id(), inbox.contentId(inbox.size() - 1)).bytes(), StandardCharsets.US_ASCII);
        return new String(
                Base64.getMimeDecoder().decode(text.substring(text.indexOf("\r\n\r\n") + 4)), StandardCharsets.UTF_8);
    }

    @Test
    void ownerIsToldOnceAtEachLevel() throws IOException, MailboxException {
        fill(7);
        assertThat(watch.look()).isZero();
        fill(1);
        assertThat(watch.look()).as("at 80 %").isZero();
        fill(1);
        assertThat(watch.look()).as("above 80 %").isOne();
        assertThat(watch.look()).as("a second look").isZero();
        assertThat(letter()).contains("taro@example.jp のメールボックス").contains("maildir over quota.");
        fill(1);
        assertThat(watch.look()).as("above 95 %").isOne();
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void jumpPastBothLevelsIsToldOnce() throws IOException, MailboxException {
        fill(10);
        assertThat(watch.look()).isOne();
        assertThat(letters()).isOne();
    }

    @Test
    void whoMadeRoomIsToldAgainWhenItFillsAgain() throws IOException, MailboxException {
        fill(9);
        watch.look();
        empty();
        assertThat(watch.look()).isZero();
        fill(9);
        assertThat(watch.look()).isOne();
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void restartTellsNobodyTwice() throws IOException, MailboxException {
        fill(9);
        watch.look();
        end();
        begin();
        assertThat(watch.look()).isZero();
        assertThat(letters()).isOne();
    }

    @Test
    void fullMailboxStillGetsTheLetter() throws IOException, MailboxException {
        fill(12);
        assertThat(watch.look()).isOne();
        assertThat(letter()).contains("Used: 2 MB / 1 MB");
    }

    @Test
    void largerQuotaIsRoomMade() throws IOException {
        fill(9);
        watch.look();
        registry.accounts().changeQuota(taro.address(), new Quota(2), DESK);
        assertThat(watch.look()).isZero();
        assertThat(registry.roomWarnings().after(0, 10))
                .extracting(told -> told.percent())
                .containsOnly(0);
    }
}
