// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumibako.journal.AbuseEvent;
import org.fumibako.journal.JournalEvent;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.registry.Pacing;
import org.fumibako.registry.Sending;
import org.fumibako.store.MailboxException;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.RecipientState;
import org.fumibako.store.queue.Steering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TakeoverWatchTest {
    @TempDir
    private Path directory;

    private static long held(Watchtower tower) {
        return tower.volume.queue().count(QueueFilter.ALL.of(tower.taro.id())).getOrDefault(RecipientState.HELD, 0L);
    }

    private static int inbox(Watchtower tower, Account account) throws MailboxException {
        var inbox = tower.volume.mailbox(account.id(), SpecialUse.INBOX);
        return tower.volume.snapshot(account.id(), inbox.id()).size();
    }

    @Test
    void thiefIsSlowedDownSignedOutAndOwnerAndCustomerAreTold() throws MailboxException, IOException {
        try (Watchtower tower = new Watchtower(directory)) {
            tower.habit(tower.taro, 8, 5);
            AtomicInteger ended = new AtomicInteger();
            tower.registry.sessions().enter(new SignIn.Granted(tower.taro), ended::incrementAndGet);
            tower.send(tower.taro, Watchtower.ABROAD, 200);
            assertThat(tower.watch.look()).isOne();
            assertThat(held(tower)).isEqualTo(200);
            assertThat(ended).hasValue(1);
            assertThat(tower.registry.sending().foresee(tower.taro, 1))
                    .hasValueSatisfying(limit -> assertThat(limit.limit()).isEqualTo(Pacing.PER_HOUR));
            assertThat(tower.rows(tower.taro))
                    .extracting(row -> row.event())
                    .anyMatch(event -> event instanceof AbuseEvent.TakeoverSuspected taken
                            && taken.held() == 200
                            && taken.sessions() == 1
                            && taken.why().contains("BR"));
            assertThat(inbox(tower, tower.taro)).isOne();
            assertThat(inbox(tower, tower.hanako)).as("hanako reads postmaster").isOne();
            assertThat(tower.watch.look()).as("a second look").isZero();
        }
    }

    @Test
    void contactElsewhereIsWrittenTo() throws MailboxException {
        try (Watchtower tower = new Watchtower(directory)) {
            tower.registry
                    .customers()
                    .changeContact("demo", Optional.of(EmailAddress.of("boss@elsewhere.test")), Watchtower.DESK);
            tower.habit(tower.taro, 8, 5);
            tower.send(tower.taro, Watchtower.ABROAD, 200);
            tower.watch.look();
            assertThat(tower.volume.queue().list(QueueFilter.ALL, 1_000))
                    .filteredOn(row -> row.toString().contains("boss@elsewhere.test"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.toString()).doesNotContain("HELD"));
            assertThat(inbox(tower, tower.taro)).isOne();
        }
    }

    @Test
    void noticeIsReadInBothLanguages() throws IOException, MailboxException {
        try (Watchtower tower = new Watchtower(directory)) {
            tower.habit(tower.taro, 8, 5);
            tower.send(tower.taro, Watchtower.ABROAD, 200);
            tower.watch.look();
            long content = tower.rows(tower.taro).stream()
                    .map(row -> row.event())
                    .filter(JournalEvent.Filed.class::isInstance)
                    .map(JournalEvent.Filed.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .contentId();
            String notice =
                    new String(tower.volume.content(tower.taro.id(), content).bytes(), StandardCharsets.US_ASCII);
            String body = notice.substring(notice.indexOf("\r\n\r\n") + 4);
            String text = new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
            assertThat(text).contains("パスワードをすぐに変更", "BR", "change the password now", "宛先 200 件");
        }
    }

    @Test
    void itHoldsOverARestartUntilSomebodyReleasesIt() {
        try (Watchtower tower = new Watchtower(directory)) {
            tower.habit(tower.taro, 8, 5);
            tower.send(tower.taro, Watchtower.ABROAD, 200);
            tower.watch.look();
            tower.volume.queue().steer(Steering.RELEASE, QueueFilter.ALL.of(tower.taro.id()), Watchtower.DESK);
            tower.reopen();
            assertThat(tower.watch.isPaced(tower.taro.id())).isTrue();
            assertThat(held(tower)).isEqualTo(200);
            tower.registry.pacing().release(tower.taro.address(), Watchtower.DESK);
            tower.clock.advance(Duration.ofMinutes(6));
            tower.send(tower.taro, Watchtower.HOME, 60);
            assertThat(tower.watch.look()).isZero();
            assertThat(tower.registry
                            .sending()
                            .used(tower.taro, Sending.Whose.ACCOUNT)
                            .hour())
                    .isEqualTo(260);
        }
    }

    @Test
    void newsletterOfUsualSizeRaisesNoAlarm() {
        try (Watchtower tower = new Watchtower(directory)) {
            tower.habit(tower.taro, 3, 900);
            tower.send(tower.taro, Watchtower.ABROAD, 900);
            assertThat(tower.watch.look()).isZero();
            assertThat(held(tower)).isZero();
        }
    }

    @Test
    void ownerWhoWritesToManyFromHomeRaisesNoAlarm() {
        try (Watchtower tower = new Watchtower(directory)) {
            tower.habit(tower.taro, 8, 5);
            tower.send(tower.taro, Watchtower.HOME, 200);
            assertThat(tower.watch.look()).isZero();
        }
    }

    @Test
    void fewRecipientsAreNotEvenLookedAt() {
        try (Watchtower tower = new Watchtower(directory)) {
            tower.habit(tower.taro, 8, 1);
            tower.send(tower.taro, Watchtower.ABROAD, (int) Facts.MIN_RECIPIENTS - 1);
            assertThat(tower.watch.look()).isZero();
            tower.send(tower.taro, Watchtower.ABROAD, 1);
            assertThat(tower.watch.look()).isOne();
        }
    }
}
